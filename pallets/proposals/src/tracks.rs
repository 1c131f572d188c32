// SPDX-License-Identifier: Apache-2.0

//! On which track a proposal is decided.

use artel_primitives::vote::TopicId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// On which track a proposal is decided: what weight it takes, how long, and what it may do then.
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
	PartialOrd,
	Ord,
	Debug,
)]
pub enum Track {
	/// The artel is asked, and nothing follows from the answer.
	#[codec(index = 0)]
	Consultation = 0,
	/// Work is ordered, paid or judged.
	#[codec(index = 1)]
	Work = 1,
	/// LOVE is granted.
	#[codec(index = 2)]
	Care = 2,
	/// LOVE is withdrawn.
	#[codec(index = 3)]
	Withdrawal = 3,
	/// Somebody is admitted or declined, or given the class they asked for.
	#[codec(index = 4)]
	Admission = 4,
	/// A member is expelled, or given a class against their will.
	#[codec(index = 5)]
	Expulsion = 5,
	/// A member who lost their key gets their account back.
	#[codec(index = 6)]
	LostKey = 6,
	/// The fund's coin is given away.
	#[codec(index = 7)]
	Fund = 7,
	/// The artel's own rules, validators or code are changed.
	#[codec(index = 8)]
	Constitution = 8,
}

impl Track {
	/// The topic of a motion on this track, whose delegates vote for others: whoever moves something does
	/// not choose it. None where the filer chooses, and where nobody votes for another.
	pub fn topic(self) -> Option<TopicId> {
		match self {
			Self::Consultation | Self::Expulsion | Self::LostKey | Self::Constitution => None,
			Self::Work | Self::Care | Self::Withdrawal | Self::Admission | Self::Fund => {
				Some(TopicId::from(self as u8))
			},
		}
	}

	/// Whether it decides what can hardly be undone: who belongs, and by what rules.
	pub fn is_grave(self) -> bool {
		matches!(self, Self::Expulsion | Self::LostKey | Self::Constitution)
	}

	/// Whether those who gain have no part in it.
	pub fn is_disinterested(self) -> bool {
		matches!(self, Self::Work | Self::Care | Self::Withdrawal)
	}
}
