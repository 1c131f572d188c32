// SPDX-License-Identifier: Apache-2.0

//! What the artel's figures are kept in, and between which ends they lie (mechanisms, section 1).
//!
//! A room keeps its figures in one record, which it writes down with [`figures!`](crate::figures!). A motion
//! names those that it changes, in whatever rooms, and they are judged together ([`InspectRooms`]).
//!
//! A figure outside its range could lock the artel, so that it can never be mended by a vote, or hand it
//! over to a few. Times have absolute ranges, in blocks: a short epoch makes no other figure impossible.

use crate::units::DAYS;
pub use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::prelude::DispatchResult;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// By which ranges a chain measures its times. Genesis chooses, and it never changes.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub enum Scale {
	/// People need days to hear of something and weeks to decide it.
	#[default]
	#[codec(index = 0)]
	Real,
	/// For developing: a whole story fits in minutes.
	#[codec(index = 1)]
	Short,
}

/// The ends of all times, in blocks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Times {
	/// What everybody must hear of before it passes is known for this long at least.
	pub shortest_notice: u32,
	/// What was approved can be carried out for this long at least.
	pub shortest_lapse: u32,
	/// No notice, delay, period, window or lapse is longer.
	pub longest: u32,
	/// No epoch is shorter.
	pub shortest_epoch: u32,
	/// No epoch is longer.
	pub longest_epoch: u32,
	/// A fee quota is full again after this long at most.
	pub longest_refill: u32,
}

/// Blocks in a week.
const WEEKS: u32 = 7 * DAYS;

impl Scale {
	/// The ends of all times by this scale.
	pub const fn times(self) -> Times {
		let real = Times {
			shortest_notice: DAYS,
			shortest_lapse: WEEKS,
			longest: 13 * WEEKS,
			shortest_epoch: DAYS,
			longest_epoch: 4 * WEEKS,
			longest_refill: WEEKS,
		};
		match self {
			Self::Real => real,
			Self::Short => {
				Times { shortest_notice: 2, shortest_lapse: 10, shortest_epoch: 10, ..real }
			},
		}
	}
}

/// A record of a room's figures, as [`figures!`](crate::figures!) writes it.
pub trait Record: Sized {
	/// One of them, with a value.
	type Figure;

	/// Sets this one.
	fn set(&mut self, figure: Self::Figure);

	/// The figure of the same name, as it is here.
	fn same(&self, figure: &Self::Figure) -> Self::Figure;

	/// All of them, as they are here.
	fn each(&self) -> Vec<Self::Figure>;
}

/// A room that keeps figures of its own.
pub trait Governed {
	/// What they are kept in.
	type Figures: Record;

	/// How they stand, in one access.
	fn figures() -> Self::Figures;

	/// Lets these hold from now on, and has happen what follows from that. They were judged before.
	fn govern(figures: Self::Figures) -> DispatchResult;
}

/// Knows all rooms that keep figures: the one place where they are judged as a whole.
pub trait InspectRooms {
	/// A figure of any room, with a value.
	type Figure;

	/// The figures of the same names, as they stand.
	fn standing(figures: &[Self::Figure]) -> Vec<Self::Figure>;

	/// Whether the rooms of these figures can go on with them, given the ends of this chain's times.
	fn are_possible(figures: &[Self::Figure], times: &Times) -> bool;

	/// Whether all figures of all rooms are possible as they stand.
	#[cfg(any(feature = "try-runtime", feature = "std"))]
	fn stand(times: &Times) -> bool;

	/// Lets these figures hold from now on, with what follows from each. They were judged before.
	fn govern(figures: Vec<Self::Figure>) -> DispatchResult;
}

/// Writes down the figures of a room: once, with what each is called, its unit and what a chain begins with.
///
/// Out of the one table come `Figures`, the record that the room keeps, with `Figures::DEFAULT`; and `Figure`,
/// which is one of them with a value, as a motion names it. A row is
///
/// ```text
/// /// What it is.
/// 0 => field: Variant { unit: Type } = default;
/// ```
///
/// with the number of the variant first. The unit is the name of the variant's only field: clients show it
/// wherever they show the figure, and where they ask for its value.
#[macro_export]
macro_rules! figures {
	(
		$(#[$about:meta])+
		{
			$(
				$(#[$doc:meta])+
				$index:literal => $field:ident: $variant:ident { $unit:ident: $type:ty } = $default:expr;
			)+
		}
	) => {
		$(#[$about])+
		#[derive(
			::codec::Encode,
			::codec::Decode,
			::codec::DecodeWithMemTracking,
			::codec::MaxEncodedLen,
			::scale_info::TypeInfo,
			::serde::Serialize,
			::serde::Deserialize,
			Clone,
			PartialEq,
			Eq,
			Debug,
		)]
		#[serde(deny_unknown_fields)]
		pub struct Figures {
			$($(#[$doc])+ pub $field: $type,)+
		}

		$(#[$about])+
		///
		/// This is one of these figures, with a value.
		#[derive(
			::codec::Encode,
			::codec::Decode,
			::codec::DecodeWithMemTracking,
			::codec::MaxEncodedLen,
			::scale_info::TypeInfo,
			Clone,
			PartialEq,
			Eq,
			Debug,
		)]
		pub enum Figure {
			$(
				$(#[$doc])+
				#[codec(index = $index)]
				$variant {
					/// The unit that it is counted in.
					$unit: $type,
				},
			)+
		}

		impl Figures {
			/// What a chain begins with, unless genesis says otherwise.
			pub const DEFAULT: Self = Self { $($field: $default,)+ };
		}

		impl Default for Figures {
			fn default() -> Self {
				Self::DEFAULT
			}
		}

		impl Figure {
			/// What it is called in the record.
			pub fn name(&self) -> &'static str {
				match self {
					$(Self::$variant { .. } => stringify!($field),)+
				}
			}
		}

		impl $crate::figures::Record for Figures {
			type Figure = Figure;

			fn set(&mut self, figure: Figure) {
				match figure {
					$(Figure::$variant { $unit } => self.$field = $unit,)+
				}
			}

			fn same(&self, figure: &Figure) -> Figure {
				match figure {
					$(Figure::$variant { .. } => Figure::$variant { $unit: self.$field.clone() },)+
				}
			}

			fn each(&self) -> $crate::figures::Vec<Figure> {
				[$(Figure::$variant { $unit: self.$field.clone() }),+].into()
			}
		}
	};
}

#[cfg(test)]
mod tests {
	use super::*;

	crate::figures! {
		/// What the artel governs of cats.
		{
			/// How many there are.
			0 => cats: Cats { heads: u32 } = 3;
			/// How many there may be.
			7 => limit: Limit { heads: u32 } = 9;
			/// After how many meals one is full; none if never.
			2 => appetite: Appetite { meals: Option<u8> } = Some(2);
		}
	}

	#[test]
	fn one_table_says_all() {
		let figures = Figures::default();
		assert_eq!(figures, Figures { cats: 3, limit: 9, appetite: Some(2) });
		assert_eq!(figures.encode(), (3u32, 9u32, Some(2u8)).encode());
		let each = figures.each();
		assert_eq!(
			each,
			[
				Figure::Cats { heads: 3 },
				Figure::Limit { heads: 9 },
				Figure::Appetite { meals: Some(2) }
			]
		);
		let names: Vec<_> = each.iter().map(Figure::name).collect();
		assert_eq!(names, ["cats", "limit", "appetite"]);
	}

	#[test]
	fn a_figure_is_known_by_its_own_number() {
		assert_eq!(Figure::Limit { heads: 5 }.encode(), (7u8, 5u32).encode());
		assert_eq!(Figure::decode(&mut &[2, 0][..]), Ok(Figure::Appetite { meals: None }));
		assert!(Figure::decode(&mut &[1, 0, 0, 0, 0][..]).is_err());
	}

	#[test]
	fn one_figure_is_set_and_no_other() {
		let mut figures = Figures::DEFAULT;
		figures.set(Figure::Limit { heads: 5 });
		assert_eq!(figures, Figures { limit: 5, ..Figures::DEFAULT });
		// The same figure is found whatever value it is named with.
		for heads in [0, 5, u32::MAX] {
			assert_eq!(figures.same(&Figure::Limit { heads }), Figure::Limit { heads: 5 });
		}
		assert_eq!(figures.same(&Figure::Cats { heads: 0 }), Figure::Cats { heads: 3 });
	}

	#[test]
	fn genesis_names_every_figure_and_nothing_else() {
		let read = serde_json::from_str::<Figures>;
		let all = r#"{ "cats": 1, "limit": 2, "appetite": null }"#;
		assert_eq!(read(all).ok(), Some(Figures { cats: 1, limit: 2, appetite: None }));
		for wrong in
			[r#"{ "cats": 1, "appetite": null }"#, &all.replace("null", "null, \"dogs\": 1")]
		{
			assert!(read(wrong).is_err(), "{wrong}");
		}
	}
}
