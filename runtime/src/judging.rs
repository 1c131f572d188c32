// SPDX-License-Identifier: Apache-2.0

//! The rooms that settle what was judged, and the times in which that is done.

use crate::*;
use artel_primitives::{
	figures::Governed,
	verdict::{Owed, SettleVerdict, Subject, Verdict},
};
use frame_support::{dispatch::DispatchResult, traits::Get};

/// The room that each subject belongs to.
pub struct Subjects;

impl SettleVerdict<AccountId> for Subjects {
	fn on_verdict(subject: Subject, verdict: &Verdict) -> DispatchResult {
		match subject {
			Subject::Delivery(_) => Deliveries::on_verdict(subject, verdict),
			Subject::Submission(..) => Requests::on_verdict(subject, verdict),
			Subject::Payment(_) => SpotChecks::on_verdict(subject, verdict),
		}
	}

	fn settle(subject: Subject, verdict: &Verdict, owed: &[Owed<AccountId>]) -> DispatchResult {
		match subject {
			Subject::Delivery(_) => {
				<Deliveries as SettleVerdict<_>>::settle(subject, verdict, owed)
			},
			Subject::Submission(..) => {
				<Requests as SettleVerdict<_>>::settle(subject, verdict, owed)
			},
			Subject::Payment(_) => <SpotChecks as SettleVerdict<_>>::settle(subject, verdict, owed),
		}
	}

	fn unjudged(subject: Subject) -> DispatchResult {
		match subject {
			Subject::Delivery(_) => Deliveries::unjudged(subject),
			Subject::Submission(..) => Requests::unjudged(subject),
			Subject::Payment(_) => SpotChecks::unjudged(subject),
		}
	}
}

/// How long after a payment it can be pointed out as drawn by lot.
pub struct TimeToDraw;

impl Get<BlockNumber> for TimeToDraw {
	fn get() -> BlockNumber {
		Obligation::figures().draw
	}
}

/// How long after that evidence of it can be handed in.
pub struct TimeForEvidence;

impl Get<BlockNumber> for TimeForEvidence {
	fn get() -> BlockNumber {
		Obligation::figures().evidence
	}
}
