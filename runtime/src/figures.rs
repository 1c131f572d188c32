// SPDX-License-Identifier: Apache-2.0

//! What the artel governs without a runtime upgrade: the figures of all its rooms, in one place.
//!
//! Each room keeps its own. Here is the list of the rooms, and the one judgement on what a motion makes of them,
//! on what a chain begins with and on how it stands: each figure has a range, so that none can lock the artel or
//! hand it over to a few (see [`mod@artel_primitives::figures`]), and they have to fit one another.

use crate::{configs::system::RuntimeBlockWeights, *};
use alloc::{boxed::Box, vec};
use artel_primitives::{
	figures::{Governed, InspectRooms, Record, Times},
	text::{Form, Line, Note, Text},
	vote::ProposalId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	dispatch::{DispatchClass, DispatchResult, GetDispatchInfo},
	traits::Get,
	weights::Weight,
};
use pallet_fee_quota::{Prices, Units};
use pallet_proposals::Heading;
use scale_info::TypeInfo;

/// Writes down the rooms that have figures.
macro_rules! rooms {
	($($(#[$doc:meta])+ $index:literal => $Room:ident($room:ident: $pallet:ident);)+) => {
		/// A figure of any room, with a value.
		#[derive(
			Encode,
			Decode,
			DecodeWithMemTracking,
			MaxEncodedLen,
			TypeInfo,
			Clone,
			PartialEq,
			Eq,
			Debug,
		)]
		pub enum Figure {
			$(
				$(#[$doc])+
				#[codec(index = $index)]
				$Room($pallet::Figure),
			)+
		}

		/// A room that has figures.
		#[derive(Clone, Copy, PartialEq, Eq, Debug)]
		pub enum Room {
			$($(#[$doc])+ $Room,)+
		}

		/// The figures of some rooms, or of all: of those that somebody looks at.
		#[derive(Clone, Default, PartialEq, Eq, Debug)]
		pub struct Rooms {
			$($(#[$doc])+ pub $room: Option<$pallet::Figures>,)+
		}

		impl Room {
			/// How many rooms have figures.
			pub const COUNT: u64 = [$(Self::$Room),+].len() as u64;
		}

		impl Figure {
			/// What the room and the figure are called.
			pub fn name(&self) -> (&'static str, &'static str) {
				match self {
					$(Self::$Room(figure) => (stringify!($Room), figure.name()),)+
				}
			}
		}

		impl Rooms {
			/// All rooms, as a chain begins where nothing else is said.
			pub fn usual() -> Self {
				Self { $($room: Some($pallet::Figures::DEFAULT),)+ }
			}

			/// All rooms, as they stand.
			pub fn now() -> Self {
				Self { $($room: Some(crate::$Room::figures()),)+ }
			}

			/// Every figure of these rooms.
			pub fn each(&self) -> Vec<Figure> {
				let rooms = [$(
					self.$room.iter().flat_map(Record::each).map(Figure::$Room).collect::<Vec<_>>(),
				)+];
				rooms.into_iter().flatten().collect()
			}

			/// Sets this figure, in its room as it is here, or else as it stands.
			pub fn set(&mut self, figure: Figure) {
				match figure {
					$(
						Figure::$Room(figure) => {
							self.$room.get_or_insert_with(crate::$Room::figures).set(figure)
						},
					)+
				}
			}

			/// The figure of the same name, in its room as it is here, or else as it stands.
			fn same(&mut self, figure: &Figure) -> Figure {
				match figure {
					$(
						Figure::$Room(figure) => {
							let room = self.$room.get_or_insert_with(crate::$Room::figures);
							Figure::$Room(room.same(figure))
						},
					)+
				}
			}

			/// Lets these figures hold from now on, with what follows from it.
			fn hold(self) -> DispatchResult {
				$(
					if let Some(figures) = self.$room {
						crate::$Room::govern(figures)?;
					}
				)+
				Ok(())
			}
		}
	};
}

rooms! {
	/// The calendar.
	0 => Epochs(epochs: pallet_epochs);
	/// LABOR.
	1 => MutualCredit(mutual_credit: pallet_mutual_credit);
	/// Fee quotas.
	2 => FeeQuota(fee_quota: pallet_fee_quota);
	/// LOVE.
	3 => Reputation(reputation: pallet_reputation);
	/// VOTE.
	4 => VoteBasket(vote_basket: pallet_vote_basket);
	/// Proposals.
	5 => Proposals(proposals: pallet_proposals);
	/// Work under way.
	6 => Deliveries(deliveries: pallet_deliveries);
	/// Validators.
	7 => Validators(validators: pallet_validators);
	/// The fund.
	8 => Fund(fund: pallet_fund);
	/// The till.
	9 => Till(till: pallet_till);
	/// Judging.
	10 => Obligation(obligation: pallet_obligation);
	/// Checks of what was paid.
	11 => SpotChecks(spot_checks: pallet_spot_checks);
	/// Open requests.
	12 => Requests(requests: pallet_requests);
}

impl Rooms {
	/// Those that have something to do with these figures, as they are with them.
	fn with(figures: impl IntoIterator<Item = Figure>) -> Self {
		let mut rooms = Self::default();
		figures.into_iter().for_each(|figure| rooms.set(figure));
		rooms
	}

	/// The first of these rooms of which a figure is out of its range, or does not fit others.
	///
	/// A room that nobody looks at is not judged: whatever a later release finds impossible can be mended room by
	/// room.
	pub fn misfit(&self, times: &Times) -> Option<Room> {
		let Self {
			epochs,
			mutual_credit,
			fee_quota,
			reputation,
			vote_basket,
			proposals,
			deliveries,
			validators,
			fund,
			till,
			obligation,
			spot_checks,
			requests,
		} = self;
		let judged = [
			(Room::Epochs, epochs.as_ref().is_none_or(|of| of.are_possible(times))),
			(Room::MutualCredit, mutual_credit.as_ref().is_none_or(|of| of.are_possible())),
			(Room::FeeQuota, fee_quota.as_ref().is_none_or(|of| of.are_possible(&prices(), times))),
			(Room::Reputation, reputation.as_ref().is_none_or(|of| of.are_possible())),
			(Room::VoteBasket, vote_basket.as_ref().is_none_or(|of| of.are_possible())),
			(Room::Proposals, proposals.as_ref().is_none_or(|of| of.are_possible(times))),
			(Room::Deliveries, deliveries.as_ref().is_none_or(|of| of.are_possible(times))),
			(Room::Validators, validators.as_ref().is_none_or(|of| of.are_possible())),
			(Room::Fund, fund.as_ref().is_none_or(|of| of.are_possible(times))),
			(Room::Till, till.as_ref().is_none_or(|of| of.are_possible())),
			(Room::Obligation, obligation.as_ref().is_none_or(|of| of.are_possible(times))),
			(Room::SpotChecks, spot_checks.as_ref().is_none_or(|of| of.are_possible(times))),
			(Room::Requests, requests.as_ref().is_none_or(|of| of.are_possible(times))),
			(Room::Obligation, self.checks_come_in_time()),
		];
		judged.into_iter().find(|(_, fits)| !fits).map(|(room, _)| room)
	}
}

impl Rooms {
	/// Whether whatever is drawn by lot within the time for it can be: the lot is known two sessions later.
	pub fn leave_time_for_lots(&self, session_length: u64) -> bool {
		let draw = self.obligation.as_ref().map(|of| u64::from(of.draw));
		draw.is_none_or(|draw| draw >= session_length.saturating_mul(3))
	}

	/// Whether a check is over before what it checks counts, wherever somebody looks at one of the rooms that decide it.
	fn checks_come_in_time(&self) -> bool {
		let Self { epochs, reputation, obligation, .. } = self;
		if epochs.is_none() && reputation.is_none() && obligation.is_none() {
			return true;
		}
		let ripening = reputation.clone().unwrap_or_else(Reputation::figures).ripening;
		let length = epochs.clone().unwrap_or_else(Epochs::figures).length;
		let verdict = obligation.clone().unwrap_or_else(Obligation::figures).first_verdict();
		ripening == 0 || verdict <= length.saturating_mul(ripening)
	}
}

/// Slots in a session.
fn session_length() -> u64 {
	pallet_validators::SessionLength::<Runtime>::get()
}

impl InspectRooms for Rooms {
	type Figure = Figure;

	fn standing(figures: &[Figure]) -> Vec<Figure> {
		let mut rooms = Self::default();
		figures.iter().map(|figure| rooms.same(figure)).collect()
	}

	fn are_possible(figures: &[Figure], times: &Times) -> bool {
		let rooms = Self::with(figures.iter().cloned());
		rooms.misfit(times).is_none() && rooms.leave_time_for_lots(session_length())
	}

	#[cfg(any(feature = "try-runtime", feature = "std"))]
	fn stand(times: &Times) -> bool {
		let rooms = Self::now();
		rooms.misfit(times).is_none() && rooms.leave_time_for_lots(session_length())
	}

	fn govern(figures: Vec<Figure>) -> DispatchResult {
		Self::with(figures).hold()
	}
}

/// What a member without coin must always be able to do, at its dearest, and what nobody should.
///
/// Deciding is to file the longest motion, to vote on it with the longest reason, to end the vote and to
/// carry out the dearest motion there is. What of it is free in the end must be covered before, all the
/// same.
pub fn prices() -> Prices {
	use pallet_membership::Call as MembershipCall;
	use pallet_proposals::Call as ProposalsCall;
	use pallet_vote_basket::{Call as VoteCall, Vote};

	let (title, reason): (Line, Note) = (longest(), longest());
	let heading = Heading { title, link: reason.clone(), content: Hash::repeat_byte(0xff) };
	let proposal = ProposalId::MAX;
	let deciding: [RuntimeCall; 4] = [
		ProposalsCall::propose_motion { heading, motion: Box::new(longest_motion()) }.into(),
		VoteCall::vote { poll: proposal, vote: Vote::Block(reason) }.into(),
		ProposalsCall::advance { proposal }.into(),
		ProposalsCall::execute { proposal }.into(),
	];
	let most = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_total.unwrap_or_default();
	Prices {
		deciding: deciding.into_iter().map(price).fold(0, Units::saturating_add),
		leaving: price(MembershipCall::leave {}.into()),
		block: FeeQuota::price(most, 0, DispatchClass::Normal),
	}
}

/// What this call costs a quota, in the longest transaction that carries it.
fn price(call: RuntimeCall) -> Units {
	let extension = transactions::longest_extension();
	let (who, signature) = (AccountId::new([0; 32]), sp_core::ecdsa::Signature::default());
	let signed = UncheckedExtrinsic::new_signed(call, who.into(), signature.into(), extension);
	let length = u32::try_from(signed.encoded_size()).unwrap_or(u32::MAX);
	let info = signed.get_dispatch_info();
	FeeQuota::price(info.total_weight(), length, info.class)
}

/// A text as long as it can be.
fn longest<F: Form>() -> Text<F> {
	let letters = usize::try_from(F::Bytes::get()).unwrap_or_default();
	Text::try_from("x".repeat(letters).as_str()).unwrap_or_default()
}

/// A call as long as a motion can be.
fn longest_motion() -> RuntimeCall {
	let length: u32 = <Runtime as pallet_proposals::Config>::MaxMotionLength::get();
	// Two bytes name the call, and two say how long the rest is.
	let rest = usize::try_from(length.saturating_sub(4)).unwrap_or_default();
	frame_system::Call::remark { remark: vec![0; rest] }.into()
}

/// What the dearest call takes that a motion can carry: an exit, with all there can be to settle.
pub(crate) fn dearest_motion() -> Weight {
	let (who, statute) = (AccountId::new([0; 32]), Hash::zero());
	let expel: RuntimeCall =
		pallet_membership::Call::expel { who, reason: longest(), statute }.into();
	expel.get_dispatch_info().call_weight
}
