// SPDX-License-Identifier: Apache-2.0

//! Cases as people read them: with people in the place of accounts.

use crate::types::{Appeal, Case, Place, Purse, Stage};
use artel_primitives::{labor::Source, people::NamesAccounts};
use frame::prelude::BoundedVec;

fn source<AccountId, Other>(
	source: Source<AccountId>,
	told: &impl Fn(AccountId) -> Other,
) -> Source<Other> {
	match source {
		Source::Held(who) => Source::Held(told(who)),
		Source::Escrow => Source::Escrow,
		Source::Former(number) => Source::Former(number),
		Source::Reviews => Source::Reviews,
	}
}

fn purse<AccountId, Other>(
	purse: Purse<AccountId>,
	told: &impl Fn(AccountId) -> Other,
) -> Purse<Other> {
	Purse { source: source(purse.source, told), left: purse.left, spent: purse.spent }
}

fn place<AccountId, Other>(
	place: Place<AccountId>,
	told: &impl Fn(AccountId) -> Other,
) -> Place<Other> {
	Place { who: told(place.who), last: place.last, informer: place.informer.map(told) }
}

impl<AccountId> NamesAccounts<AccountId> for Case<AccountId> {
	type With<Other> = Case<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		Case {
			subject: self.subject,
			orderer: told(self.orderer),
			worker: told(self.worker),
			purse: purse(self.purse, told),
			recovers: self.recovers,
			together: self.together,
			check: self.check,
			session: self.session,
			opened: self.opened,
			stage: match self.stage {
				Stage::Waiting { draw_by } => Stage::Waiting { draw_by },
				Stage::Drawn { places, lot, commit_by, second_by, reveal_by } => Stage::Drawn {
					places: BoundedVec::truncate_from(
						places.into_iter().map(|one| place(one, told)).collect(),
					),
					lot,
					commit_by,
					second_by,
					reveal_by,
				},
				Stage::Judged { verdict, until } => Stage::Judged { verdict, until },
			},
			appeal: self.appeal.map(|Appeal { side, purse: held, first }| Appeal {
				side,
				purse: purse(held, told),
				first,
			}),
		}
	}
}
