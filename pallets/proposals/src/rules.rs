//! What decides a proposal, as pure arithmetic over a tally and an electorate.

use crate::types::{Fraction, Outcome, Parameters, Track};
use alloc::vec::Vec;
use artel_primitives::vote::{
	ByClass, Cast, Choice, ClassWeights, Electorate, Ordering, Tally, VoteBalance,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::sp_runtime::{traits::AtLeast32BitUnsigned, Percent};
use scale_info::TypeInfo;

/// How many members must be for it where the bar is not reached: all, if there are fewer.
const SECOND_ROUTE_HEADS: u32 = 3;

/// How many workers must be for what weighs heavily: all, if there are fewer.
const WORKERS_FOR: u32 = 2;

/// How many members it takes for a block.
const BLOCKERS: u32 = 2;

/// How a proposal was approved.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Route {
	/// It reached the bar of its track over all who could vote.
	#[codec(index = 0)]
	Bar,
	/// At the end, enough of those who voted were for it.
	#[codec(index = 1)]
	Second,
	/// In a small artel, more were for it than against, and nobody stood in its way.
	#[codec(index = 2)]
	Lazy,
}

/// What of the electorate must be for a proposal.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Bar {
	/// More than this part.
	#[codec(index = 0)]
	MoreThan(Fraction),
	/// This part or more.
	#[codec(index = 1)]
	AtLeast(Fraction),
}

/// What decides a proposal, fixed when it was filed.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Rules<BlockNumber> {
	/// The track it is decided on.
	pub track: Track,
	/// The first block in which it may pass.
	pub notice: BlockNumber,
	/// The first block in which votes are no longer changed, only cast.
	pub quiet: BlockNumber,
	/// The first block in which nobody votes any more.
	pub ends: BlockNumber,
	/// Blocks that it waits after it passed by its bar.
	pub delay: u32,
	/// Blocks that it waits after it passed on the second route.
	pub second_delay: u32,
	/// Blocks in which it is executed or funded after that.
	pub lapse: u32,
	/// The bar over the whole electorate.
	pub bar: Bar,
	/// What of the votes for and against must be for it, at the end.
	pub second: Fraction,
	/// What of the electorate must have voted then.
	pub turnout: Percent,
	/// What of the electorate blocks it; none if a block is a vote against and no more.
	pub block: Option<Percent>,
	/// Whether workers are counted by head, too.
	pub heads: bool,
	/// Whether lazy consensus decides at the end.
	pub lazy: bool,
	/// Whether it takes others than those who gain by it, unless it reaches the bar.
	pub disinterested: bool,
	/// What each class weighs.
	pub weights: Option<ClassWeights>,
	/// The VOTE destroyed before it was filed.
	pub destroyed: ByClass<VoteBalance>,
}

/// What the rules depend on beside the track and the parameters.
pub struct Filing<BlockNumber> {
	/// The block in which it is filed.
	pub now: BlockNumber,
	/// How long a question lasts, if longer than it must.
	pub lasts: Option<BlockNumber>,
	/// How many members there are.
	pub members: u32,
	/// Whether the same was blocked before.
	pub blocked_before: bool,
	/// What each class weighs.
	pub weights: Option<ClassWeights>,
	/// The VOTE destroyed so far.
	pub destroyed: ByClass<VoteBalance>,
}

impl<BlockNumber: AtLeast32BitUnsigned + Copy> Rules<BlockNumber> {
	/// The rules for what is filed now on this track.
	pub fn new(track: Track, parameters: &Parameters, filing: Filing<BlockNumber>) -> Self {
		let Filing { now, lasts, members, blocked_before, weights, destroyed } = filing;
		let grave = matches!(track, Track::Expulsion | Track::Constitution);
		let lazy = track == Track::Work && members < parameters.lazy_below;
		let notice = match track {
			Track::Consultation => parameters.consultation,
			Track::Work | Track::Care | Track::Admission | Track::Fund => parameters.notice,
			Track::Withdrawal | Track::Expulsion | Track::Constitution => parameters.long_notice,
			Track::LostKey => parameters.lost_key_notice,
		};
		let period = match track {
			Track::Consultation => notice,
			_ if lazy => parameters.lazy_period,
			_ => parameters.period.max(notice),
		};
		let ends = now.saturating_add(lasts.unwrap_or_else(|| period.into()));
		Self {
			track,
			notice: match track {
				// A question is answered at the end.
				Track::Consultation => ends,
				_ => now.saturating_add(notice.into()),
			},
			quiet: ends.saturating_sub(parameters.quiet.into()),
			ends,
			delay: match track {
				Track::Fund => parameters.fund_delay,
				Track::Constitution => parameters.long_delay,
				_ => 0,
			},
			second_delay: parameters.long_delay,
			lapse: parameters.lapse,
			bar: if grave {
				Bar::AtLeast(parameters.supermajority)
			} else {
				Bar::MoreThan(parameters.majority)
			},
			second: if grave {
				parameters.second_supermajority
			} else {
				parameters.second_majority
			},
			turnout: parameters.turnout,
			block: (!blocked_before).then_some(parameters.block),
			heads: grave,
			lazy,
			disinterested: matches!(track, Track::Work | Track::Care),
			weights,
			destroyed,
		}
	}

	/// How the vote ends, if it ends now: `interested` are the votes of whoever filed it or gains by it.
	pub fn weigh(
		&self,
		now: BlockNumber,
		tally: &Tally,
		electorate: &Electorate,
		interested: impl FnOnce() -> Vec<Cast>,
	) -> Option<Outcome> {
		if now < self.notice {
			return None;
		}
		if self.track == Track::Consultation {
			return Some(Outcome::Answered(answer(tally, electorate)));
		}
		if self.is_blocked(tally, electorate) {
			return Some(Outcome::Blocked);
		}
		if self.reaches_bar(tally, electorate) {
			return Some(Outcome::Approved(Route::Bar));
		}
		if now < self.ends {
			return None;
		}
		let ayes = Ayes::of(tally, if self.disinterested { interested() } else { Vec::new() });
		let route = match self.lazy {
			true if self.passes_lazily(&ayes, tally, electorate) => Some(Route::Lazy),
			false if self.passes_second(&ayes, tally, electorate) => Some(Route::Second),
			_ => None,
		};
		Some(route.map_or(Outcome::Rejected, Outcome::Approved))
	}

	/// Whether enough, and more than one, stand in its way.
	pub fn is_blocked(&self, tally: &Tally, electorate: &Electorate) -> bool {
		self.block.is_some_and(|block| {
			tally.block_heads >= BLOCKERS && reaches(electorate, &tally.blocks, block)
		})
	}

	/// Whether so much of the whole electorate is for it as its track takes.
	pub fn reaches_bar(&self, tally: &Tally, electorate: &Electorate) -> bool {
		let share = |of: &Fraction| electorate.compare(&tally.ayes, of.part.into(), of.of.into());
		let reached = match &self.bar {
			Bar::MoreThan(part) => share(part) == Ordering::Greater,
			Bar::AtLeast(part) => share(part) != Ordering::Less,
		};
		reached && self.has_heads(tally, electorate)
	}

	/// Whether enough workers are for it, counted by head.
	fn has_heads(&self, tally: &Tally, electorate: &Electorate) -> bool {
		!self.heads
			|| (tally.aye_workers > tally.nay_workers
				&& tally.aye_workers >= WORKERS_FOR.min(electorate.members.workers))
	}

	/// Whether others than those who gain by it are for it, in a group of this size. They have to say so
	/// themselves: a delegate might be one of those who gain.
	fn has_others(&self, ayes: &Ayes, electorate: &Electorate) -> bool {
		let others = match electorate.heads() {
			0 | 1 => 0,
			2 => 1,
			_ => 2,
		};
		!self.disinterested || ayes.others >= others
	}

	fn passes_lazily(&self, ayes: &Ayes, tally: &Tally, electorate: &Electorate) -> bool {
		electorate.compare_to(&ayes.weight, &tally.nays, 1, 1) == Ordering::Greater
			&& self.has_others(ayes, electorate)
	}

	fn passes_second(&self, ayes: &Ayes, tally: &Tally, electorate: &Electorate) -> bool {
		let said = ayes.weight.plus(&tally.nays);
		let Fraction { part, of } = self.second;
		electorate.compare_to(&ayes.weight, &said, part.into(), of.into()) != Ordering::Less
			&& reaches(electorate, &tally.turnout(), self.turnout)
			&& tally.aye_heads >= SECOND_ROUTE_HEADS.min(electorate.heads())
			&& self.has_others(ayes, electorate)
			&& self.has_heads(tally, electorate)
	}
}

/// The weight for a proposal, of those that count where its bar is not reached.
struct Ayes {
	weight: ByClass<VoteBalance>,
	others: u32,
}

impl Ayes {
	fn of(tally: &Tally, interested: Vec<Cast>) -> Self {
		let mut ayes = Self { weight: tally.ayes, others: tally.own_ayes };
		for cast in interested.iter().filter(|cast| cast.choice == Choice::Aye) {
			ayes.weight.subtract(cast.class, cast.weight);
			ayes.others = ayes.others.saturating_sub(cast.own.into());
		}
		ayes
	}
}

/// Whether a part of the electorate is at least this much.
fn reaches(electorate: &Electorate, part: &ByClass<VoteBalance>, least: Percent) -> bool {
	electorate.compare(part, least.deconstruct().into(), 100) != Ordering::Less
}

/// The option that weighs most; none if nobody chose one, or two weigh the same.
pub fn answer(tally: &Tally, electorate: &Electorate) -> Option<u8> {
	let mut best: Option<(u8, &ByClass<VoteBalance>)> = None;
	let mut tied = true;
	for (option, weight) in (0u8..).zip(tally.options.iter()) {
		let order = match best {
			Some((_, most)) => electorate.compare_to(weight, most, 1, 1),
			None => electorate.compare(weight, 0, 1),
		};
		match order {
			Ordering::Greater => (best, tied) = (Some((option, weight)), false),
			Ordering::Equal => tied = true,
			Ordering::Less => {},
		}
	}
	best.filter(|_| !tied).map(|(option, _)| option)
}

/// What decides a proposal, and when.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Prospect<BlockNumber> {
	/// The first block in which it may pass.
	pub notice: BlockNumber,
	/// The first block in which votes are no longer changed, only cast.
	pub quiet: BlockNumber,
	/// The first block in which nobody votes any more.
	pub ends: BlockNumber,
	/// The votes so far.
	pub tally: Tally,
	/// Who could vote.
	pub electorate: Electorate,
	/// Whether its bar is reached.
	pub bar_reached: bool,
	/// Whether it is blocked as things stand.
	pub blocked: bool,
	/// How it would end if the vote were over.
	pub at_the_end: Outcome,
	/// How it has ended, if somebody advances it; none if the vote goes on.
	pub now: Option<Outcome>,
}

impl<BlockNumber: AtLeast32BitUnsigned + Copy> Rules<BlockNumber> {
	/// What decides it as things stand.
	pub fn prospect(
		&self,
		now: BlockNumber,
		tally: &Tally,
		electorate: &Electorate,
		interested: Vec<Cast>,
	) -> Prospect<BlockNumber> {
		let end = self.ends.max(self.notice);
		Prospect {
			notice: self.notice,
			quiet: self.quiet,
			ends: self.ends,
			tally: tally.clone(),
			electorate: electorate.clone(),
			bar_reached: self.reaches_bar(tally, electorate),
			blocked: self.is_blocked(tally, electorate),
			at_the_end: self
				.weigh(end, tally, electorate, || interested.clone())
				.unwrap_or(Outcome::Rejected),
			now: self.weigh(now, tally, electorate, || interested),
		}
	}
}
