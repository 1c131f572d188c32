// SPDX-License-Identifier: Apache-2.0

//! What is booked, by whom, within which limit, and what the bank says.

use crate::*;

impl<T: Config> Pallet<T> {
	/// Refuses everybody but as many stewards together as must agree, who have not left. They are no second key if
	/// they let somebody act for them alone.
	pub(crate) fn ensure_stewards(
		origin: OriginFor<T>,
	) -> Result<ActingStewards<T::AccountId>, DispatchError> {
		let who = T::Signed::ensure_origin(origin)?;
		let stewards = T::Stewards::together().ok_or(Error::<T>::NotStewards)?;
		ensure!(who == stewards.account, Error::<T>::NotStewards);
		ensure!(stewards.are_enough, Error::<T>::NotEnoughStewards);
		ensure!(!stewards.represented, Error::<T>::NotTheirsAlone);
		Ok(stewards)
	}

	/// Refuses amounts that no bank account knows.
	pub(crate) fn ensure_countable(amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ImpossibleAmount);
		ensure!(is_whole(amount), Error::<T>::NotWholeUnits);
		Ok(())
	}

	/// The period that is running.
	pub(crate) fn period() -> Period {
		T::Epochs::current() / EPOCHS_PER_PERIOD
	}

	/// What was made in the running epoch.
	pub(crate) fn issuing() -> Issuing {
		let (epoch, last) = (T::Epochs::current(), CurrentIssuing::<T>::get());
		if last.epoch == epoch {
			last
		} else {
			Issuing { epoch, issued: 0 }
		}
	}

	/// What can still be made in the running epoch.
	pub(crate) fn left() -> Balance {
		CurrentLimit::<T>::get().saturating_sub(Self::issuing().issued)
	}

	pub(crate) fn do_receive(
		to: T::AccountId,
		amount: Balance,
		receipt: T::Hash,
	) -> DispatchResult {
		Self::ensure_countable(amount)?;
		Self::ensure_not_booked(receipt)?;
		ensure!(!T::SystemAccounts::contains(&to), Error::<T>::NotHeldByAnybody);
		ensure!(amount <= Self::left(), Error::<T>::EpochLimitReached);
		let mut issuing = Self::issuing();
		issuing.issued = issuing.issued.saturating_add(amount);
		CurrentIssuing::<T>::put(issuing);
		let entry = Self::book(Booking::Received, to.clone(), amount, receipt);
		T::Coin::mint_into(&to, amount)?;
		CurrentBooks::<T>::mutate(|books| {
			books.received = books.received.saturating_add(amount);
		});
		Self::deposit_event(Event::Received { entry, to, amount, receipt });
		Ok(())
	}

	/// Refuses what is no receipt, and one that was booked before.
	pub(crate) fn ensure_not_booked(receipt: T::Hash) -> DispatchResult {
		ensure!(receipt != T::Hash::default(), Error::<T>::DocumentMissing);
		ensure!(!Receipts::<T>::contains_key(receipt), Error::<T>::AlreadyBooked);
		Ok(())
	}

	/// Writes an entry under the next number, for a receipt that was not booked yet.
	pub(crate) fn book(
		booking: Booking,
		who: T::AccountId,
		amount: Balance,
		receipt: T::Hash,
	) -> EntryId {
		let period = Self::period();
		let number = CurrentBooks::<T>::mutate(|books| {
			books.last_entry = books.last_entry.saturating_add(1);
			// With the first entry it begins that the stewards have to attest.
			books.attest_in.get_or_insert(period);
			books.last_entry
		});
		let at = frame_system::Pallet::<T>::block_number();
		Entries::<T>::insert(number, Entry { booking, who, amount, receipt, at });
		Receipts::<T>::insert(receipt, number);
		number
	}

	pub(crate) fn do_attest(
		stewards: ActingStewards<T::AccountId>,
		balance: Balance,
		document: T::Hash,
	) -> DispatchResult {
		ensure!(is_whole(balance), Error::<T>::NotWholeUnits);
		ensure!(document != T::Hash::default(), Error::<T>::DocumentMissing);
		let (period, issued) = (Self::period(), T::Coin::total_issuance());
		let attestation = CurrentBooks::<T>::mutate(|books| {
			books.last_attestation = books.last_attestation.saturating_add(1);
			books.attest_in = books.attest_in.map(|_| period.saturating_add(1));
			books.last_attestation
		});
		let said = Attestation {
			balance,
			issued,
			document,
			at: frame_system::Pallet::<T>::block_number(),
			period,
			account: stewards.account,
			stewards: BoundedVec::truncate_from(stewards.remaining),
		};
		Attestations::<T>::insert(attestation, said);
		Self::deposit_event(Event::Attested { attestation, balance, issued, document });
		Ok(())
	}

	/// Whether the limit could be this one, if enough support it.
	pub fn can_set_limit(limit: Balance) -> DispatchResult {
		ensure!(is_whole(limit), Error::<T>::NotWholeUnits);
		Ok(())
	}

	pub(crate) fn do_set_limit(support: Support, limit: Balance) -> DispatchResult {
		Self::can_set_limit(limit)?;
		let allowed = match support {
			Support::Bar => true,
			Support::Less => limit <= CurrentLimit::<T>::get(),
		};
		ensure!(allowed, Error::<T>::NotEnoughSupport);
		CurrentLimit::<T>::put(limit);
		Self::deposit_event(Event::LimitSet { limit });
		Ok(())
	}

	/// Whether ART could stand for this.
	pub fn can_set_currency(currency: &Line) -> DispatchResult {
		ensure!(!currency.is_blank(), Error::<T>::CurrencyMissing);
		let books = CurrentBooks::<T>::get();
		ensure!(books.last_entry == 0 && books.asks == 0, Error::<T>::AlreadyInUse);
		Ok(())
	}

	pub(crate) fn do_set_currency(currency: Line) -> DispatchResult {
		Self::can_set_currency(&currency)?;
		CurrentCurrency::<T>::put(&currency);
		Self::deposit_event(Event::CurrencySet { currency });
		Ok(())
	}
}
