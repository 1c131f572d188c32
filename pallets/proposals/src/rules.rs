// SPDX-License-Identifier: Apache-2.0

//! What decides a proposal, as pure arithmetic over a tally and an electorate.

use crate::{
	boost::Phase,
	figures::{Figures, Fraction},
	record::Outcome,
	tracks::Track,
};
use artel_primitives::vote::{ByClass, Electorate, Ordering, Roll, Tally, VoteBalance};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::sp_runtime::{traits::AtLeast32BitUnsigned, Percent};
use scale_info::TypeInfo;

/// How many members must be for it where the bar is not reached: half of all, if there are fewer than six.
const SECOND_ROUTE_HEADS: u32 = 3;

/// How many seasoned members must be for what weighs heavily: all, if there are fewer.
const HEADS_FOR: u32 = 2;

/// How many workers must be seasoned so that they alone are counted by head.
const ENOUGH_WORKERS: u32 = 3;

/// How many who neither filed it nor gain by it must be for it: all, if there are fewer.
const OTHERS: u32 = 2;

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
	/// It was boosted by stakes, and at its end more were for it than against it.
	#[codec(index = 3)]
	Boosted,
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

/// What is enough at the end of a vote, where the bar was not reached.
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
pub enum AtTheEnd {
	/// Nothing: only the bar decides.
	#[codec(index = 0)]
	Nothing,
	/// This part of the votes for and against, if this part of the electorate is for it.
	#[codec(index = 1)]
	Second {
		/// Of the votes for and against.
		ratio: Fraction,
		/// Of the electorate.
		floor: Fraction,
	},
	/// In a small artel, more for it than against.
	#[codec(index = 2)]
	Lazy,
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
	/// The first block in which nobody votes any more.
	pub ends: BlockNumber,
	/// Blocks before an end in which votes are cast, but not changed.
	pub quiet: u32,
	/// Blocks that it waits after it passed by its bar.
	pub delay: u32,
	/// Blocks in which votes go on after the second route.
	pub second_delay: u32,
	/// Blocks in which it is executed or funded after that.
	pub lapse: u32,
	/// The bar over the whole electorate.
	pub bar: Bar,
	/// What is enough at the end.
	pub at_the_end: AtTheEnd,
	/// What of the electorate blocks it; none if a block is a vote against and no more.
	pub blocking_share: Option<Percent>,
	/// Whether it is about a member, who then counts as one head against.
	pub concerns_member: bool,
	/// Whether whoever filed it gains by it.
	pub proposer_gains: bool,
	/// Those who were there when it was filed, and how shares are measured.
	pub roll: Roll<BlockNumber>,
}

/// What the rules depend on beside the track and the figures.
pub struct Filing<BlockNumber> {
	/// How long a question lasts, if longer than it must.
	pub lasts: Option<BlockNumber>,
	/// Whether the same was blocked before.
	pub blocked_before: bool,
	/// Whether it is about a member.
	pub concerns_member: bool,
	/// Whether whoever files it gains by it.
	pub proposer_gains: bool,
	/// Whether it takes twice the notice, because the member is on leave.
	pub slow: bool,
	/// Members who are there now.
	pub roll: Roll<BlockNumber>,
}

impl<BlockNumber: AtLeast32BitUnsigned + Copy> Rules<BlockNumber> {
	/// The rules for what is filed now on this track.
	pub fn new(track: Track, figures: &Figures, filing: Filing<BlockNumber>) -> Self {
		let Filing { lasts, blocked_before, concerns_member, proposer_gains, slow, roll } = filing;
		let now = roll.filed;
		let lazy = track == Track::Work && roll.members.heads() < figures.lazy_below;
		let notice = match track {
			Track::Consultation => figures.consultation,
			Track::Work | Track::Care | Track::Admission | Track::Fund => figures.notice,
			Track::Withdrawal | Track::Expulsion | Track::Constitution => figures.long_notice,
			Track::LostKey if slow => figures.lost_key_notice.saturating_mul(2),
			Track::LostKey => figures.lost_key_notice,
		};
		let period = match track {
			Track::Consultation => notice,
			_ if lazy => figures.lazy_period,
			_ => figures.period.max(notice),
		};
		let ends = now.saturating_add(lasts.unwrap_or_else(|| period.into()));
		let (ratio, floor) = match track {
			Track::Expulsion => (figures.second_supermajority, figures.expulsion_floor),
			track if track.is_grave() => (figures.second_supermajority, figures.grave_floor),
			_ => (figures.second_majority, figures.floor),
		};
		Self {
			track,
			notice: match track {
				// A question is answered at the end.
				Track::Consultation => ends,
				_ => now.saturating_add(notice.into()),
			},
			ends,
			quiet: figures.quiet,
			delay: match track {
				Track::Fund => figures.fund_delay,
				Track::Constitution => figures.long_delay,
				_ => 0,
			},
			second_delay: figures.long_delay,
			lapse: figures.lapse,
			bar: match track.is_grave() {
				true => Bar::AtLeast(figures.supermajority),
				false => Bar::MoreThan(figures.majority),
			},
			at_the_end: match track {
				Track::Consultation | Track::LostKey => AtTheEnd::Nothing,
				_ if lazy => AtTheEnd::Lazy,
				_ => AtTheEnd::Second { ratio, floor },
			},
			blocking_share: (!blocked_before).then_some(figures.blocking_share),
			concerns_member,
			proposer_gains,
			roll,
		}
	}

	/// How the vote ends, if it ends now.
	pub fn weigh(
		&self,
		now: BlockNumber,
		tally: &Tally,
		electorate: &Electorate,
	) -> Option<Outcome> {
		if now < self.notice {
			return None;
		}
		if self.track == Track::Consultation {
			return Some(Outcome::Answered(answer(tally, electorate)));
		}
		self.weigh_before_the_end(tally, electorate)
			.or_else(|| (now >= self.ends).then(|| self.weigh_at_the_end(tally, electorate)))
	}

	/// How the vote ends before its end: a block, or the bar.
	pub fn weigh_before_the_end(&self, tally: &Tally, electorate: &Electorate) -> Option<Outcome> {
		if self.is_blocked(tally, electorate) {
			return Some(Outcome::Blocked);
		}
		self.reaches_bar(tally, electorate).then_some(Outcome::Approved(Route::Bar))
	}

	/// How the vote on what is boosted ends at its end, with this floor.
	pub fn weigh_boosted(
		&self,
		floor: Fraction,
		tally: &Tally,
		electorate: &Electorate,
	) -> Outcome {
		if self.is_blocked(tally, electorate) {
			return Outcome::Blocked;
		}
		let passes = electorate.compare_to(&self.ayes(tally), &tally.nays, 1, 1)
			== Ordering::Greater
			&& reaches(electorate, &tally.ayes, floor)
			&& self.has_others(tally, electorate);
		match passes {
			true => Outcome::Approved(Route::Boosted),
			false => Outcome::Rejected,
		}
	}

	/// How the vote ends at its end, or at the end of the delay of the second route: by ratio, floor, heads
	/// and blocks.
	pub fn weigh_at_the_end(&self, tally: &Tally, electorate: &Electorate) -> Outcome {
		if self.is_blocked(tally, electorate) {
			return Outcome::Blocked;
		}
		let route = match self.at_the_end {
			AtTheEnd::Second { ratio, floor } => {
				self.passes_second(ratio, floor, tally, electorate).then_some(Route::Second)
			},
			AtTheEnd::Lazy => self.passes_lazily(tally, electorate).then_some(Route::Lazy),
			AtTheEnd::Nothing => None,
		};
		route.map_or(Outcome::Rejected, Outcome::Approved)
	}

	/// Whether enough, and more than one, stand in its way.
	pub fn is_blocked(&self, tally: &Tally, electorate: &Electorate) -> bool {
		self.blocking_share.is_some_and(|share| {
			let least = Fraction::new(share.deconstruct(), 100);
			tally.block_heads >= BLOCKERS && reaches(electorate, &tally.blocks, least)
		})
	}

	/// Whether so much of the whole electorate is for it as its track takes.
	pub fn reaches_bar(&self, tally: &Tally, electorate: &Electorate) -> bool {
		let share = |of: &Fraction| electorate.compare(&tally.ayes, of.part.into(), of.of.into());
		let reached = match &self.bar {
			Bar::MoreThan(part) => share(part) == Ordering::Greater,
			Bar::AtLeast(part) => share(part) != Ordering::Less,
		};
		reached && self.has_heads(tally, electorate) && self.has_others(tally, electorate)
	}

	/// Seasoned members for and against, by head: workers, if there are enough of them.
	fn heads(&self, tally: &Tally) -> (u32, u32) {
		match self.roll.seasoned.workers >= ENOUGH_WORKERS {
			true => (tally.seasoned_ayes.workers, tally.seasoned_nays.workers),
			false => (tally.seasoned_ayes.heads(), tally.seasoned_nays.heads()),
		}
	}

	/// Whether seasoned members stand behind it: twice as many for it as against.
	pub fn is_backed(&self, tally: &Tally) -> bool {
		let (ayes, nays) = self.heads(tally);
		ayes > 0 && ayes >= nays.saturating_mul(2)
	}

	/// Whether enough seasoned members are for it, counted by head, where that is asked. A member whom it
	/// concerns is one head against.
	pub fn has_heads(&self, tally: &Tally, electorate: &Electorate) -> bool {
		if !self.track.is_grave() {
			return true;
		}
		let (ayes, nays) = self.heads(tally);
		let against = nays.saturating_add(self.concerns_member.into());
		let there = &electorate.seasoned;
		ayes >= against.saturating_mul(2)
			&& tally.seasoned_ayes.heads() >= HEADS_FOR.min(there.heads())
			&& tally.seasoned_ayes.workers >= there.workers.min(1)
	}

	/// How many there are who neither filed it nor gain by it, nor are concerned by it.
	fn others(&self, electorate: &Electorate) -> u32 {
		electorate
			.members
			.heads()
			.saturating_sub((!self.proposer_gains).into())
			.saturating_sub(self.concerns_member.into())
	}

	/// Whether two others are for it and say so themselves, where that is asked: all, if there are fewer.
	pub fn has_others(&self, tally: &Tally, electorate: &Electorate) -> bool {
		!self.track.is_disinterested() || tally.other_ayes >= OTHERS.min(self.others(electorate))
	}

	/// The weight for it that counts where the bar is not reached.
	fn ayes(&self, tally: &Tally) -> ByClass<VoteBalance> {
		match self.track.is_disinterested() {
			true => tally.ayes.minus(&tally.proposer_aye),
			false => tally.ayes,
		}
	}

	fn passes_lazily(&self, tally: &Tally, electorate: &Electorate) -> bool {
		let disputed = tally.nays.total() > 0;
		let others = if disputed { OTHERS } else { 1 };
		electorate.compare_to(&self.ayes(tally), &tally.nays, 1, 1) == Ordering::Greater
			&& tally.other_ayes >= others.min(self.others(electorate))
	}

	fn passes_second(
		&self,
		ratio: Fraction,
		floor: Fraction,
		tally: &Tally,
		electorate: &Electorate,
	) -> bool {
		let ayes = self.ayes(tally);
		let said = ayes.plus(&tally.nays);
		let Fraction { part, of } = ratio;
		let members = self.roll.members.heads();
		// Half of the votes can be all that is asked; a tie fails there, too.
		electorate.compare_to(&ayes, &tally.nays, 1, 1) == Ordering::Greater
			&& electorate.compare_to(&ayes, &said, part.into(), of.into()) != Ordering::Less
			&& reaches(electorate, &tally.ayes, floor)
			&& tally.aye_heads >= SECOND_ROUTE_HEADS.min(members.div_ceil(2))
			&& self.has_others(tally, electorate)
			&& self.has_heads(tally, electorate)
	}
}

/// Whether a part of the electorate is at least this much.
fn reaches(electorate: &Electorate, part: &ByClass<VoteBalance>, least: Fraction) -> bool {
	electorate.compare(part, least.part.into(), least.of.into()) != Ordering::Less
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
#[derive(Encode, Decode, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Prospect<BlockNumber> {
	/// How it has ended, if somebody advances it; none if the vote goes on.
	pub now: Option<Outcome>,
	/// How it would end if the vote were over.
	pub at_the_end: Outcome,
	/// The first block in which it may pass.
	pub notice: BlockNumber,
	/// The first block in which votes are no longer changed, only cast.
	pub quiet: BlockNumber,
	/// The first block in which nobody votes any more.
	pub ends: BlockNumber,
	/// How far stakes have brought it; none if it takes none.
	pub phase: Option<Phase<BlockNumber>>,
	/// Whether its bar is reached.
	pub bar_reached: bool,
	/// Whether enough seasoned members are for it, by head, as far as that is asked.
	pub heads_reached: bool,
	/// Whether enough others are for it, in person, as far as that is asked.
	pub others_reached: bool,
	/// Whether it is blocked as things stand.
	pub blocked: bool,
}

/// How a vote stands: its prospect, and what that follows from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing<BlockNumber> {
	/// What decides it, and when.
	pub prospect: Prospect<BlockNumber>,
	/// The votes so far.
	pub tally: Tally,
	/// Those who could vote.
	pub electorate: Electorate,
}

impl<BlockNumber> core::ops::Deref for Standing<BlockNumber> {
	type Target = Prospect<BlockNumber>;

	fn deref(&self) -> &Self::Target {
		&self.prospect
	}
}
