//! Interim polls: what members can vote on until there are proposals.
//!
//! The founders open and close them; nothing follows from them but a tally. They let members, and
//! tests with real clients, use their votes already. To delete the interim: remove this file with its
//! line in the runtime's list of pallets, and point vote-basket's `Polls` elsewhere.

pub use pallet::*;

use crate::{origins::Privileged, AccountId, BlockNumber};
use alloc::vec::Vec;
use artel_primitives::{
	text::Line,
	vote::{Tally, Terms, TopicId, VoteBalance, MAX_OPTIONS},
};
use frame_support::{
	pallet_prelude::*,
	traits::{PollStatus, Polling},
};
use frame_system::pallet_prelude::*;

/// The number of a poll.
pub type PollId = u32;

/// What a vote on a poll must heed.
pub type TermsOf = Terms<AccountId, BlockNumber>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<
		RuntimeOrigin = crate::RuntimeOrigin,
		AccountId = AccountId,
		Block = crate::Block,
	>
	{
	}

	/// What is voted on, with its tally, and whether the vote is over.
	#[pallet::storage]
	pub type Polls<T: Config> =
		StorageMap<_, Twox64Concat, PollId, (Tally, TermsOf, Option<BlockNumber>), OptionQuery>;

	/// The number of the last poll.
	#[pallet::storage]
	pub type LastPoll<T: Config> = StorageValue<_, PollId, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Members can vote on something.
		#[codec(index = 0)]
		PollOpened {
			/// Its number.
			poll: PollId,
			/// What it is called.
			title: Line,
		},
		/// A vote is over.
		#[codec(index = 1)]
		PollClosed {
			/// Its number.
			poll: PollId,
			/// How it ended.
			tally: Tally,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no open vote with this number.
		#[codec(index = 0)]
		NoSuchPoll,
		/// A question has 2 options or more, and not too many.
		#[codec(index = 1)]
		ImpossibleOptions,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Open a vote.
		///
		/// - `options`: how many options a question has; 0 for a vote for or against.
		/// - Origin: the founders.
		/// - Errors: [`Error::ImpossibleOptions`].
		/// - Events: [`Event::PollOpened`].
		/// - Source: mechanisms, section 6.3; proposals will take its place.
		#[pallet::call_index(0)]
		#[pallet::weight(T::DbWeight::get().reads_writes(2, 2))]
		pub fn open(
			origin: OriginFor<T>,
			title: Line,
			topic: TopicId,
			options: u8,
		) -> DispatchResult {
			Privileged::ensure_origin(origin)?;
			let possible = options != 1 && u32::from(options) <= MAX_OPTIONS;
			ensure!(possible, Error::<T>::ImpossibleOptions);
			let filed = frame_system::Pallet::<T>::block_number();
			let poll =
				Self::insert(Terms { topic, filed, concerns: None, options, may_change: true });
			Self::deposit_event(Event::PollOpened { poll, title });
			Ok(())
		}

		/// Close a vote.
		///
		/// - Origin: the founders.
		/// - Errors: [`Error::NoSuchPoll`].
		/// - Events: [`Event::PollClosed`].
		/// - Source: mechanisms, section 6.3; proposals will take its place.
		#[pallet::call_index(1)]
		#[pallet::weight(T::DbWeight::get().reads_writes(2, 1))]
		pub fn close(origin: OriginFor<T>, poll: PollId) -> DispatchResult {
			Privileged::ensure_origin(origin)?;
			let tally = Polls::<T>::try_mutate(poll, |kept| match kept {
				Some((tally, _, end @ None)) => {
					*end = Some(frame_system::Pallet::<T>::block_number());
					Ok(tally.clone())
				},
				_ => Err(Error::<T>::NoSuchPoll),
			})?;
			Self::deposit_event(Event::PollClosed { poll, tally });
			Ok(())
		}
	}

	impl<T: Config> Pallet<T> {
		fn insert(terms: TermsOf) -> PollId {
			let poll = LastPoll::<T>::mutate(|last| {
				*last = last.saturating_add(1);
				*last
			});
			Polls::<T>::insert(poll, (Tally::new(terms.options), terms, None::<BlockNumber>));
			poll
		}
	}

	impl<T: Config> Polling<Tally> for Pallet<T> {
		type Class = TermsOf;
		type Index = PollId;
		type Moment = BlockNumber;
		type Votes = VoteBalance;

		fn classes() -> Vec<TermsOf> {
			Vec::new()
		}

		fn as_ongoing(poll: PollId) -> Option<(Tally, TermsOf)> {
			let (tally, terms, end) = Polls::<T>::get(poll)?;
			end.is_none().then_some((tally, terms))
		}

		fn access_poll<R>(
			poll: PollId,
			see: impl FnOnce(PollStatus<&mut Tally, BlockNumber, TermsOf>) -> R,
		) -> R {
			Polls::<T>::mutate_exists(poll, |kept| see(status(kept)))
		}

		fn try_access_poll<R>(
			poll: PollId,
			see: impl FnOnce(PollStatus<&mut Tally, BlockNumber, TermsOf>) -> Result<R, DispatchError>,
		) -> Result<R, DispatchError> {
			Polls::<T>::try_mutate_exists(poll, |kept| see(status(kept)))
		}

		#[cfg(feature = "runtime-benchmarks")]
		fn create_ongoing(terms: TermsOf) -> Result<PollId, ()> {
			Ok(Self::insert(terms))
		}

		#[cfg(feature = "runtime-benchmarks")]
		fn end_ongoing(poll: PollId, _: bool) -> Result<(), ()> {
			Polls::<T>::mutate(poll, |kept| {
				let (.., end) = kept.as_mut().ok_or(())?;
				*end = Some(frame_system::Pallet::<T>::block_number());
				Ok(())
			})
		}
	}

	/// How a poll stands.
	fn status(
		kept: &mut Option<(Tally, TermsOf, Option<BlockNumber>)>,
	) -> PollStatus<&mut Tally, BlockNumber, TermsOf> {
		match kept {
			Some((tally, terms, None)) => PollStatus::Ongoing(tally, terms.clone()),
			Some((.., Some(end))) => PollStatus::Completed(*end, false),
			None => PollStatus::None,
		}
	}
}
