// SPDX-License-Identifier: Apache-2.0

//! What is recorded about members and those who want to be, without knowing what a chain is.

use crate::{Backing, Class, Line, MemberNumber, Note};
use artel_primitives::people::NamesAccounts;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The number of an application.
pub type ApplicationId = u32;

/// A member.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Member<BlockNumber> {
	/// The number on the member's certificate, never given to anybody else.
	pub number: MemberNumber,
	/// The name they are known by.
	pub name: Line,
	/// In what way they belong.
	pub class: Class,
	/// The block in which they were admitted.
	pub since: BlockNumber,
	/// Whether seasoned members stood behind their admission, or their becoming a worker.
	pub backing: Backing,
}

/// The number of a report that a key is lost.
pub type ReportId = u32;

/// A report that a member has lost its key.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct LostKey<AccountId, BlockNumber, Mark> {
	/// The member who has lost it.
	pub who: AccountId,
	/// The account through which it is to have access.
	pub to: AccountId,
	/// The member who reports it.
	pub by: AccountId,
	/// The block of the report.
	pub at: BlockNumber,
	/// By what a sign of life since then is told.
	pub mark: Mark,
}

impl<AccountId, BlockNumber, Mark> NamesAccounts<AccountId>
	for LostKey<AccountId, BlockNumber, Mark>
{
	type With<Other> = LostKey<Other, BlockNumber, Mark>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { who, to, by, at, mark } = self;
		LostKey { who: told(who), to: told(to), by: told(by), at, mark }
	}
}

/// A report of a lost key as it is told.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct ToldReport<AccountId, BlockNumber, Mark> {
	/// Whether it holds: there was no sign of life since.
	pub holds: bool,
	/// What was reported.
	pub report: LostKey<AccountId, BlockNumber, Mark>,
}

impl<AccountId, BlockNumber, Mark> NamesAccounts<AccountId>
	for ToldReport<AccountId, BlockNumber, Mark>
{
	type With<Other> = ToldReport<Other, BlockNumber, Mark>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		ToldReport { holds: self.holds, report: self.report.with(told) }
	}
}

/// A request to be admitted.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Application<AccountId, Document, Ticket, BlockNumber> {
	/// The one who wants to be a member.
	pub who: AccountId,
	/// In what way it wants to belong.
	pub class: Class,
	/// The name it will be known by.
	pub name: Line,
	/// Why, in its own words or its sponsor's.
	pub statement: Note,
	/// The statute that it accepts, by its hash.
	pub statute: Document,
	/// The member who nominated it; none if it applied itself.
	pub sponsor: Option<AccountId>,
	/// The deposit that comes back when the application is decided or withdrawn.
	pub deposit: Option<Ticket>,
	/// The block in which it was filed.
	pub filed: BlockNumber,
}

impl<AccountId, Document, Ticket, BlockNumber> NamesAccounts<AccountId>
	for Application<AccountId, Document, Ticket, BlockNumber>
{
	type With<Other> = Application<Other, Document, Ticket, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { who, class, name, statement, statute, sponsor, deposit, filed } = self;
		let (who, sponsor) = (told(who), sponsor.map(told));
		Application { who, class, name, statement, statute, sponsor, deposit, filed }
	}
}

/// The artel's statute and ethical code, kept elsewhere and named here.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Statute<Document> {
	/// Its hash, by which applications accept it. All zero until there is one.
	pub document: Document,
	/// Where it can be read.
	pub link: Note,
}

/// How many members belong in each way.
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
	Default,
	Debug,
)]
pub struct Counts {
	/// Members who work for the artel.
	pub workers: u32,
	/// Members who use what it does.
	pub users: u32,
	/// Members who support it.
	pub supporters: u32,
}

impl Counts {
	/// All members.
	pub fn total(&self) -> u32 {
		self.workers.saturating_add(self.users).saturating_add(self.supporters)
	}

	/// The members of one class.
	pub fn of(&mut self, class: Class) -> &mut u32 {
		match class {
			Class::Worker => &mut self.workers,
			Class::User => &mut self.users,
			Class::Supporter => &mut self.supporters,
		}
	}

	/// One more of this class.
	pub fn add(&mut self, class: Class) {
		let count = self.of(class);
		*count = count.saturating_add(1);
	}

	/// One less of this class.
	pub fn subtract(&mut self, class: Class) {
		let count = self.of(class);
		*count = count.saturating_sub(1);
	}

	/// Whether the others would be left without anybody who works.
	pub fn strands_others_without(&self, class: Class) -> bool {
		class == Class::Worker && self.workers <= 1 && self.total() > 1
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn counts_are_kept_by_class() {
		let mut counts = Counts::default();
		for class in [Class::Worker, Class::Worker, Class::User, Class::Supporter] {
			counts.add(class);
		}
		assert_eq!(counts, Counts { workers: 2, users: 1, supporters: 1 });
		assert_eq!(counts.total(), 4);
		counts.subtract(Class::User);
		assert_eq!(counts, Counts { workers: 2, users: 0, supporters: 1 });
	}

	#[test]
	fn only_the_last_worker_strands_others() {
		for (workers, users, class, strands) in [
			(2, 1, Class::Worker, false),
			(1, 1, Class::Worker, true),
			(1, 0, Class::Worker, false),
			(1, 1, Class::User, false),
		] {
			let counts = Counts { workers, users, supporters: 0 };
			assert_eq!(counts.strands_others_without(class), strands, "{counts:?}");
		}
	}
}
