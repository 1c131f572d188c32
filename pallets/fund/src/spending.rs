// SPDX-License-Identifier: Apache-2.0

//! How coin comes in, is promised and leaves.

use crate::*;

impl<T: Config> Pallet<T> {
	// What there is.

	/// All coin of the fund.
	pub(crate) fn balance() -> Balance {
		T::Coin::balance(&Self::account())
	}

	/// What could leave the fund while its account stays.
	pub(crate) fn available() -> Balance {
		let account = Self::account();
		T::Coin::reducible_balance(&account, Preservation::Preserve, Fortitude::Polite)
	}

	/// What nobody was promised yet.
	pub fn free() -> Balance {
		Self::available().saturating_sub(CurrentBooks::<T>::get().promised)
	}

	/// The period that is running.
	pub(crate) fn period() -> Period {
		T::Epochs::current() / EPOCHS_PER_PERIOD
	}

	/// What was free when the running epoch began, and what was promised in it without the bar.
	pub(crate) fn giving() -> Giving {
		let epoch = T::Epochs::current();
		CurrentGiving::<T>::get().filter(|giving| giving.epoch == epoch).unwrap_or_else(|| Giving {
			epoch,
			free: Self::free(),
			unbarred: 0,
		})
	}

	/// Notes what is free when an epoch begins, before it becomes more or less by what the fund does itself. Coin that
	/// is simply sent to it before that counts as well: that costs ten times what it lets the few promise.
	fn begin_epoch() {
		let epoch = T::Epochs::current();
		if CurrentGiving::<T>::get().is_none_or(|giving| giving.epoch != epoch) {
			CurrentGiving::<T>::put(Self::giving());
		}
	}

	// What comes in.

	/// Takes coin of somebody into the fund.
	pub(crate) fn take_in(from: &T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ImpossibleAmount);
		Self::begin_epoch();
		T::Coin::transfer(from, &Self::account(), amount, Preservation::Expendable)?;
		Ok(())
	}

	pub(crate) fn do_donate(
		who: T::AccountId,
		amount: Balance,
		purpose: PurposeId,
	) -> DispatchResult {
		let mut serves = Self::purpose(purpose)?;
		Self::take_in(&who, amount)?;
		serves.donated = serves.donated.saturating_add(amount);
		Purposes::<T>::insert(purpose, serves);
		CurrentBooks::<T>::mutate(|Books { income, .. }| {
			income.donations = income.donations.saturating_add(amount);
		});
		Self::deposit_event(Event::Donated { who, amount, purpose });
		Ok(())
	}

	// What is promised.

	/// Whether a mandate could be made, whatever stood behind it.
	pub fn can_mandate(
		beneficiary: &BeneficiaryOf<T>,
		amount: Balance,
		purpose: PurposeId,
		lasts: BlockNumberFor<T>,
		reason: &Note,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ImpossibleAmount);
		ensure!(!reason.is_blank(), Error::<T>::ReasonMissing);
		let longest: BlockNumberFor<T> = Self::figures().longest.into();
		ensure!(!lasts.is_zero() && lasts <= longest, Error::<T>::ImpossibleTime);
		let somebody = !T::SystemAccounts::contains(beneficiary.account());
		ensure!(somebody, Error::<T>::NotHeldByAnybody);
		ensure!(Self::has_purpose(purpose), Error::<T>::NoSuchPurpose);
		ensure!(amount <= Self::free(), Error::<T>::NotEnoughFree);
		Ok(())
	}

	/// How many mandates may be open when this support has made another one. What passed without its bar leaves
	/// half of the places: nobody can take back a mandate, and the few fill no more of them with trifles.
	fn most_mandates(support: Support) -> u32 {
		match support {
			Support::Bar => T::MaxMandates::get(),
			Support::Less => T::MaxMandates::get() / 2,
		}
	}

	pub(crate) fn do_mandate(
		support: Support,
		beneficiary: BeneficiaryOf<T>,
		amount: Balance,
		purpose: PurposeId,
		lasts: BlockNumberFor<T>,
		reason: Note,
	) -> DispatchResult {
		Self::can_mandate(&beneficiary, amount, purpose, lasts, &reason)?;
		let there_is_room = CurrentBooks::<T>::get().open < Self::most_mandates(support);
		ensure!(there_is_room, Error::<T>::TooManyMandates);
		let mut giving = Self::giving();
		let allowed = giving.allows(amount, support, &Self::figures());
		ensure!(allowed, Error::<T>::EpochLimitReached);
		giving.add(amount, support);
		CurrentGiving::<T>::put(giving);

		Purposes::<T>::mutate(purpose, |serves| {
			if let Some(serves) = serves {
				serves.open = serves.open.saturating_add(1);
			}
		});
		CurrentBooks::<T>::mutate(|books| {
			books.promised = books.promised.saturating_add(amount);
			books.open = books.open.saturating_add(1);
		});
		let number = LastMandate::<T>::get().saturating_add(1);
		LastMandate::<T>::put(number);
		let until = frame_system::Pallet::<T>::block_number().saturating_add(lasts);
		let paying = beneficiary.clone();
		let made = Mandate { beneficiary: paying, amount, paid: 0, purpose, until, reason };
		Mandates::<T>::insert(number, made);
		Self::deposit_event(Event::Mandated {
			mandate: number,
			beneficiary,
			amount,
			purpose,
			until,
		});
		Ok(())
	}

	pub(crate) fn do_close_mandate(number: MandateId) -> DispatchResult {
		let found = Self::existing(number)?;
		ensure!(Self::has_expired(&found), Error::<T>::NotDue);
		Self::begin_epoch();
		let left = found.left();
		CurrentBooks::<T>::mutate(|books| books.promised = books.promised.saturating_sub(left));
		Self::forget(number, found.purpose);
		Self::deposit_event(Event::MandateClosed { mandate: number, left });
		Ok(())
	}

	/// Whether a mandate can be paid no more.
	pub(crate) fn has_expired(found: &MandateOf<T>) -> bool {
		frame_system::Pallet::<T>::block_number() > found.until
	}

	fn forget(number: MandateId, purpose: PurposeId) {
		Mandates::<T>::remove(number);
		CurrentBooks::<T>::mutate(|books| books.open = books.open.saturating_sub(1));
		Purposes::<T>::mutate(purpose, |serves| {
			if let Some(serves) = serves {
				serves.open = serves.open.saturating_sub(1);
			}
		});
	}

	// What leaves.

	/// Refuses everybody but as many stewards together as must agree, who have not left. They are no second key if
	/// they let somebody act for them alone.
	pub(crate) fn ensure_stewards(who: &T::AccountId) -> DispatchResult {
		let stewards = CurrentStewards::<T>::get().ok_or(Error::<T>::NotStewards)?;
		ensure!(*who == Self::shared_account(&stewards), Error::<T>::NotStewards);
		ensure!(stewards.are_enough(), Error::<T>::NotEnoughStewards);
		ensure!(!T::Represented::contains(who), Error::<T>::NotTheirsAlone);
		Ok(())
	}

	/// Pays some of a mandate. Nothing else takes coin out of the fund.
	pub(crate) fn do_pay_mandate(number: MandateId, amount: Balance) -> DispatchResult {
		let mut found = Self::existing(number)?;
		ensure!(amount > 0, Error::<T>::ImpossibleAmount);
		ensure!(!Self::has_expired(&found), Error::<T>::ExpiryPassed);
		ensure!(amount <= found.left(), Error::<T>::MandateReached);
		let (mut serves, period) = (Self::purpose(found.purpose)?, Self::period());
		ensure!(serves.affords(amount, period), Error::<T>::BudgetReached);

		let beneficiary = found.beneficiary.clone();
		let (from, to) = (Self::account(), beneficiary.account());
		T::Coin::transfer(&from, to, amount, Preservation::Preserve)?;
		serves.pay(amount, period);
		Purposes::<T>::insert(found.purpose, serves);
		CurrentBooks::<T>::mutate(|books| {
			books.paid = books.paid.saturating_add(amount);
			books.promised = books.promised.saturating_sub(amount);
		});
		found.paid = found.paid.saturating_add(amount);
		let left = found.left();
		if left == 0 {
			Self::forget(number, found.purpose);
		} else {
			Mandates::<T>::insert(number, found);
		}
		Self::deposit_event(Event::MandatePaid { mandate: number, beneficiary, amount, left });
		Ok(())
	}

	// What for, and by whom.

	/// Whether there is a purpose with this number.
	pub fn has_purpose(number: PurposeId) -> bool {
		Purposes::<T>::contains_key(number)
	}

	/// Whether a purpose could have this budget.
	pub fn can_set_budget(purpose: PurposeId, period: Period) -> DispatchResult {
		ensure!(Self::has_purpose(purpose), Error::<T>::NoSuchPurpose);
		let can_be = Purpose::can_be_planned(period, Self::period());
		ensure!(can_be, Error::<T>::ImpossiblePeriod);
		Ok(())
	}

	pub(crate) fn do_set_budget(
		purpose: PurposeId,
		period: Period,
		limit: Option<Balance>,
	) -> DispatchResult {
		Self::can_set_budget(purpose, period)?;
		let mut serves = Self::purpose(purpose)?;
		serves.set_budget(period, limit, Self::period());
		Purposes::<T>::insert(purpose, serves);
		Self::deposit_event(Event::BudgetSet { purpose, period, limit });
		Ok(())
	}

	/// Whether the fund could have a purpose with this title.
	pub fn can_add_purpose(title: &Line) -> DispatchResult {
		ensure!(!title.is_blank(), Error::<T>::TitleMissing);
		let known: Vec<_> = Purposes::<T>::iter_values().map(|purpose| purpose.title).collect();
		let there_is_room = known.len() < Self::most_purposes();
		ensure!(there_is_room, Error::<T>::TooManyPurposes);
		ensure!(all_differ(known.iter().chain([title])), Error::<T>::AlreadyPurpose);
		Ok(())
	}

	pub(crate) fn do_add_purpose(title: Line) -> DispatchResult {
		Self::can_add_purpose(&title)?;
		let purpose = LastPurpose::<T>::get().saturating_add(1);
		LastPurpose::<T>::put(purpose);
		Purposes::<T>::insert(purpose, Purpose::new(title.clone()));
		Self::deposit_event(Event::PurposeAdded { purpose, title });
		Ok(())
	}

	/// How many purposes there are at most.
	pub(crate) fn most_purposes() -> usize {
		usize::try_from(T::MaxPurposes::get()).unwrap_or(usize::MAX)
	}

	/// Whether a purpose could be removed.
	pub fn can_remove_purpose(purpose: PurposeId) -> DispatchResult {
		let unused = !Self::purpose(purpose)?.is_used(Self::period());
		ensure!(unused, Error::<T>::NotUnused);
		Ok(())
	}

	pub(crate) fn do_remove_purpose(purpose: PurposeId) -> DispatchResult {
		Self::can_remove_purpose(purpose)?;
		Purposes::<T>::remove(purpose);
		Self::deposit_event(Event::PurposeRemoved { purpose });
		Ok(())
	}

	/// These stewards, if they could be.
	pub fn possible_stewards(
		named: &[T::AccountId],
		threshold: NumberOfStewards,
	) -> Result<StewardsOf<T>, DispatchError> {
		let stewards = StewardsOf::<T>::new(named, threshold).map_err(Error::<T>::from)?;
		for who in named {
			ensure!(T::Members::is_member(who), Error::<T>::OtherIsNotMember);
			ensure!(!T::SystemAccounts::contains(who), Error::<T>::NotHeldByAnybody);
		}
		Ok(stewards)
	}

	pub(crate) fn do_set_stewards(
		named: &[T::AccountId],
		threshold: NumberOfStewards,
	) -> DispatchResult {
		let stewards = Self::possible_stewards(named, threshold)?;
		let (account, signatories) = (Self::shared_account(&stewards), stewards.accounts());
		CurrentStewards::<T>::put(stewards);
		Self::deposit_event(Event::StewardsSet { account, signatories, threshold });
		Ok(())
	}

	/// The account that these stewards hold together.
	pub(crate) fn shared_account(stewards: &StewardsOf<T>) -> T::AccountId {
		T::SharedAccount::convert((stewards.accounts(), stewards.threshold))
	}

	fn existing(number: MandateId) -> Result<MandateOf<T>, DispatchError> {
		Ok(Mandates::<T>::get(number).ok_or(Error::<T>::NoSuchMandate)?)
	}

	fn purpose(number: PurposeId) -> Result<Purpose, DispatchError> {
		Ok(Purposes::<T>::get(number).ok_or(Error::<T>::NoSuchPurpose)?)
	}
}

impl<T> From<Misfit> for Error<T> {
	fn from(misfit: Misfit) -> Self {
		match misfit {
			Misfit::Twice => Self::AlreadyNamed,
			Misfit::Threshold => Self::ImpossibleThreshold,
		}
	}
}
