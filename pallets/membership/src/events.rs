// SPDX-License-Identifier: Apache-2.0

//! What is told when somebody joins, leaves or changes.

#[frame::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// Somebody applied to become a member.
		#[codec(index = 0)]
		Applied {
			application: ApplicationId,
			who: T::AccountId,
			/// The class they want.
			class: Class,
		},
		/// A member nominated somebody to become a member.
		#[codec(index = 1)]
		Nominated {
			application: ApplicationId,
			who: T::AccountId,
			/// The class they are to have.
			class: Class,
			/// The member who nominated them.
			sponsor: T::AccountId,
		},
		/// An application was withdrawn before it was decided.
		#[codec(index = 2)]
		ApplicationWithdrawn { application: ApplicationId, who: T::AccountId },
		/// The artel declined an application.
		#[codec(index = 3)]
		ApplicationDeclined { application: ApplicationId, who: T::AccountId },
		/// Somebody became a member.
		#[codec(index = 4)]
		MemberAdmitted {
			who: T::AccountId,
			/// The number on their certificate.
			number: MemberNumber,
			class: Class,
		},
		/// A member left by their own will.
		#[codec(index = 5)]
		MemberLeft {
			who: T::AccountId,
			/// The number they had.
			number: MemberNumber,
		},
		/// The artel expelled a member.
		#[codec(index = 6)]
		MemberExpelled {
			who: T::AccountId,
			/// The number they had.
			number: MemberNumber,
			reason: Note,
			/// The statute that was cited, by its hash.
			statute: T::Hash,
		},
		/// A member asked for another class.
		#[codec(index = 7)]
		ClassRequested {
			who: T::AccountId,
			/// The class they ask for.
			class: Class,
		},
		/// A member belongs to another class.
		#[codec(index = 8)]
		ClassChanged {
			who: T::AccountId,
			/// The class they had.
			from: Class,
			/// The class they have now.
			to: Class,
		},
		/// The artel has a new statute.
		#[codec(index = 9)]
		StatuteChanged {
			document: T::Hash,
			/// Where it can be read.
			link: Note,
		},
		/// A member who lost their key has access again.
		#[codec(index = 10)]
		AccessRestored {
			who: T::AccountId,
			/// The account through which they have access.
			to: T::AccountId,
		},
		/// A member was confirmed, and counts by head in grave decisions once they are seasoned.
		#[codec(index = 11)]
		MemberConfirmed { who: T::AccountId },
		/// A member reported that another has lost their key.
		#[codec(index = 12)]
		KeyReportedLost {
			report: ReportId,
			/// The member who has lost it.
			who: T::AccountId,
			/// The account through which they are to have access.
			to: T::AccountId,
			/// The member who reports it.
			by: T::AccountId,
		},
		/// A member said that they have their key.
		#[codec(index = 13)]
		Objected { who: T::AccountId },
	}
}
