// SPDX-License-Identifier: Apache-2.0

//! What each call of the chain may be used for: the one place where a call is judged.
//!
//! A file for each of the artel's own rooms, and for the stock pallets one by duty, as in
//! [`crate::configs`]. A table has a row for each call of a pallet. The row says what [`Permit`] the call
//! has and, if a motion may carry it, how [`crate::motions::Motions`] judges that: on which track, whom it
//! concerns, who gains, or why not now. Whatever asks about calls derives from these tables: motions,
//! proxies ([`ProxyType`]), the reserve of the quota ([`crate::origins::Duties`]), pauses
//! ([`crate::origins::NeverPaused`]) and what stewards sign together ([`crate::stewards`]).
//!
//! A row is an arm of a `match` over the pallet's calls. So the compiler asks for one when a call of ours is
//! new, or a pallet, and refuses a name that no call has. Stock pallets may have a last row for whatever is
//! not named: it never lets a motion carry that.

use crate::{configs::accounts::ProxyType, motions::Judgement, Runtime, RuntimeCall};
use frame_support::dispatch::CallableCallFor;

/// What may be done with a call besides making it oneself.
#[derive(Clone, Copy)]
pub struct Permit {
	/// The narrowest proxy that may make it in another's name. Wider ones may as well.
	pub proxy: ProxyType,
	/// It may draw on the reserve of its maker's quota.
	pub draws_on_reserve: bool,
	/// The artel may pause it.
	pub can_be_paused: bool,
	/// The stewards alone make it, together.
	pub by_stewards: bool,
}

/// This proxy may make the call and those wider than it; the call draws on no reserve and can be paused, and is
/// not one of the stewards'.
const fn through(proxy: ProxyType) -> Permit {
	Permit { proxy, draws_on_reserve: false, can_be_paused: true, by_stewards: false }
}

impl Permit {
	/// The same for a duty, which may draw on the reserve.
	const fn on_reserve(self) -> Self {
		Self { draws_on_reserve: true, ..self }
	}

	/// The same for a call that cannot be paused.
	const fn never_paused(self) -> Self {
		Self { can_be_paused: false, ..self }
	}

	/// The same for a call that the stewards alone make, together.
	const fn by_stewards(self) -> Self {
		Self { by_stewards: true, ..self }
	}
}

/// The calls of a pallet, each judged by its row of the table.
trait Judged {
	/// What may be done with this call.
	fn permit(&self) -> Permit;

	/// Whether the call of this name can be paused. What no call is called can be, if any call of the
	/// pallet can.
	fn can_be_paused(name: &[u8]) -> bool;

	/// What a motion with this call amounts to, or why there is none.
	fn judge(&self) -> Judgement;
}

/// Writes down the table of a pallet.
///
/// `call => permit;`, or `call { arguments } => permit, motion { judgement };`, where only the judgement sees
/// the arguments: it runs when a motion is judged, and at no other time.
macro_rules! judge_calls {
	(@motion) => {
		Err(pallet_proposals::Refusal::NotAllowed)
	};
	(@motion $judgement:block) => {
		$judgement
	};
	(@refused $other:expr) => {
		judge_calls!(@motion)
	};
	(@unnamed [$($permit:expr),*]) => {
		[$($permit),*].iter().any(|permit| permit.can_be_paused)
	};
	(@unnamed [$($permit:expr),*] $other:expr) => {
		$other.can_be_paused
	};
	($pallet:ident {
		$(
			$call:ident $({ $($argument:ident),+ })? => $permit:expr $(, motion $judgement:block)?;
		)*
		$(_ => $other:expr;)?
	}) => {
		impl $crate::calls::Judged for $pallet::Call<$crate::Runtime> {
			fn permit(&self) -> $crate::calls::Permit {
				match self {
					$($pallet::Call::$call { .. } => $permit,)*
					$pallet::Call::__Ignore(_, never) => match *never {},
					$(_ => $other,)?
				}
			}

			fn can_be_paused(name: &[u8]) -> bool {
				match name {
					$(name if name == stringify!($call).as_bytes() => $permit.can_be_paused,)*
					_ => judge_calls!(@unnamed [$($permit),*] $($other)?),
				}
			}

			fn judge(&self) -> $crate::motions::Judgement {
				match self {
					$(
						$pallet::Call::$call { $($($argument,)+)? .. } => {
							judge_calls!(@motion $($judgement)?)
						},
					)*
					$pallet::Call::__Ignore(_, never) => match *never {},
					$(_ => judge_calls!(@refused $other),)?
				}
			}
		}
	};
}

mod accounts;
mod consensus;
mod deliveries;
mod figures;
mod fund;
mod governance;
mod membership;
mod mutual_credit;
mod obligation;
mod proposals;
mod reputation;
mod requests;
mod spot_checks;
mod system;
mod till;
mod validators;
mod vote_basket;

/// Asks the table of the pallet whose call it is.
macro_rules! tables {
	($($pallet:ident),+ $(,)?) => {
		/// What may be done with this call.
		pub fn permit(call: &RuntimeCall) -> Permit {
			match call {
				$(RuntimeCall::$pallet(call) => call.permit(),)+
			}
		}

		/// Whether the call of this pallet and name can be paused. What there is not, can be.
		pub fn can_be_paused(pallet: &[u8], name: &[u8]) -> bool {
			match pallet {
				$(
					pallet if pallet == stringify!($pallet).as_bytes() => {
						CallableCallFor::<crate::$pallet, Runtime>::can_be_paused(name)
					},
				)+
				_ => true,
			}
		}

		/// What a motion with this call amounts to, or why no motion may carry it.
		pub fn judge(call: &RuntimeCall) -> Judgement {
			match call {
				$(RuntimeCall::$pallet(call) => call.judge(),)+
			}
		}
	};
}

tables!(
	System,
	Timestamp,
	Migrations,
	Figures,
	Balances,
	Babe,
	Validators,
	Session,
	Grandpa,
	Utility,
	Multisig,
	Proxy,
	Recovery,
	Uniques,
	TxPause,
	MutualCredit,
	Reputation,
	VoteBasket,
	Proposals,
	Deliveries,
	Fund,
	Till,
	Obligation,
	SpotChecks,
	Requests,
	Membership,
);
