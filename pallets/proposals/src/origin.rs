//! With whose authority an approved motion is carried out.

use crate::{Origin, Track};
use frame::{deps::frame_support::traits::EnsureOrigin, prelude::PhantomData};

/// Allows what was decided on one track, and nothing else.
///
/// The track is given by its number, as in `Decided<{ Track::Care as u8 }>`.
pub struct Decided<const TRACK: u8>(PhantomData<()>);

impl<O, const TRACK: u8> EnsureOrigin<O> for Decided<TRACK>
where
	O: Into<Result<Origin, O>> + From<Origin>,
{
	type Success = ();

	fn try_origin(origin: O) -> Result<(), O> {
		origin.into().and_then(|Origin(track)| match track as u8 == TRACK {
			true => Ok(()),
			false => Err(O::from(Origin(track))),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<O, ()> {
		Track::numbered(TRACK).map(|track| O::from(Origin(track))).ok_or(())
	}
}

impl Track {
	/// Every track.
	pub const ALL: [Self; 9] = [
		Self::Consultation,
		Self::Work,
		Self::Care,
		Self::Withdrawal,
		Self::Admission,
		Self::Expulsion,
		Self::LostKey,
		Self::Fund,
		Self::Constitution,
	];

	/// The track of this number.
	#[cfg(feature = "runtime-benchmarks")]
	fn numbered(number: u8) -> Option<Self> {
		Self::ALL.into_iter().find(|track| *track as u8 == number)
	}
}
