// SPDX-License-Identifier: Apache-2.0

//! What may happen, and the dice by which it does.

use super::*;

/// Something that somebody does, or that befalls everybody.
#[derive(Clone, Debug)]
pub(super) enum Deed {
	Join {
		who: AccountId,
		class: Class,
	},
	Leave {
		who: AccountId,
	},
	ChangeClass {
		who: AccountId,
		to: Class,
	},
	Pay {
		from: AccountId,
		to: AccountId,
		amount: LaborBalance,
	},
	Contribute {
		who: AccountId,
		amount: LaborBalance,
	},
	Publish {
		who: AccountId,
		unit: Unit,
	},
	Withdraw {
		who: AccountId,
		offer: OfferId,
	},
	Place {
		who: AccountId,
		offer: OfferId,
		quantity: u32,
	},
	/// Another pallet ties something up.
	TieUp {
		job: Job,
	},
	/// Another pallet gives back a part of what is tied up.
	GiveBack {
		job: JobId,
		labor: LaborBalance,
	},
	/// Another pallet pays work with a part of what is tied up.
	PayOut {
		job: JobId,
		minutes: Minutes,
		labor: LaborBalance,
	},
	Claim {
		who: AccountId,
	},
	Lapse {
		who: AccountId,
	},
	/// Another pallet has the pool pay somebody.
	PoolPays {
		who: AccountId,
		minutes: Minutes,
		labor: LaborBalance,
		stream: Stream,
	},
	/// Another pallet releases of somebody's second grant.
	SecondGrant {
		who: AccountId,
		up_to: LaborBalance,
	},
	SetAllotment {
		allotment: LaborBalance,
	},
	SetCap {
		cap: LaborBalance,
	},
	SetContribution {
		percent: u8,
	},
	/// The artel decides what is kept for reviews.
	SetReserve {
		percent: u8,
		each: LaborBalance,
	},
	/// What of a work counts, in percent.
	Count {
		percent: u8,
	},
	/// After how many epochs what was paid counts.
	Ripen {
		epochs: u32,
	},
	PassEpochs {
		epochs: u32,
	},
}

/// The kinds of deeds, of which a step names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
	Join,
	Leave,
	ChangeClass,
	Pay,
	Contribute,
	Publish,
	Withdraw,
	Place,
	Hire,
	PoolHires,
	PoolReviews,
	GiveBack,
	PayOut,
	Claim,
	Lapse,
	PoolPays,
	SecondGrant,
	SetAllotment,
	SetCap,
	SetContribution,
	SetReserve,
	Count,
	Ripen,
	PassEpochs,
}

/// A kind of deed and dice for its details, so that they can fit what there is by then.
#[derive(Clone, Debug)]
pub(super) struct Step {
	pub(super) kind: Kind,
	pub(super) dice: [u32; 4],
	/// Whether the details are anything at all.
	pub(super) careless: bool,
}

fn kind() -> impl Strategy<Value = Kind> {
	use Kind::*;
	prop::sample::select(
		[
			(5, Join),
			(4, Leave),
			(1, ChangeClass),
			(6, Pay),
			(2, Contribute),
			(8, Publish),
			(2, Withdraw),
			(4, Place),
			(14, Hire),
			(4, PoolHires),
			(3, PoolReviews),
			(6, GiveBack),
			(14, PayOut),
			(4, Claim),
			(2, Lapse),
			(8, PoolPays),
			(2, SecondGrant),
			(1, SetAllotment),
			(1, SetCap),
			(1, SetContribution),
			(1, SetReserve),
			(1, Count),
			(1, Ripen),
			(1, PassEpochs),
		]
		.into_iter()
		.flat_map(|(times, kind)| vec![kind; times])
		.collect::<Vec<_>>(),
	)
}

/// A step, often of this kind.
fn step(favourite: Kind) -> impl Strategy<Value = Step> {
	let kind = prop_oneof![2 => kind(), 1 => Just(favourite)];
	(kind, any::<[u32; 4]>(), prop::bool::weighted(0.15)).prop_map(|(kind, dice, careless)| Step {
		kind,
		dice,
		careless,
	})
}

/// Steps, a third of which are of one kind, so that rare things pile up in some of the stories.
pub(super) fn story(length: RangeInclusive<usize>) -> impl Strategy<Value = Vec<Step>> {
	use Kind::*;
	let favourites =
		[Claim, GiveBack, Hire, Lapse, Leave, Leave, Pay, PayOut, PayOut, PoolPays, PoolPays];
	prop::sample::select(favourites.to_vec())
		.prop_flat_map(move |favourite| prop::collection::vec(step(favourite), length.clone()))
}

/// One of these, if there are any.
pub(super) fn one<T: Clone>(of: &[T], die: u32) -> Option<T> {
	of.get((die as usize).checked_rem(of.len())?).cloned()
}

/// A number up to this one.
pub(super) fn up_to(most: u64, die: u32) -> u64 {
	u64::from(die) % (most + 1)
}
