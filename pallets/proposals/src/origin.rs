// SPDX-License-Identifier: Apache-2.0

//! With whose authority an approved motion is carried out.

use crate::{Origin, Track};
use artel_primitives::{membership::Backing, vote::Support};
use frame::{deps::frame_support::traits::EnsureOrigin, prelude::PhantomData};

/// Allows what was decided on one track, and says whether seasoned members stood behind it.
///
/// The track is given by its number, as in `Decided<{ Track::Care as u8 }>`.
pub struct Decided<const TRACK: u8>(PhantomData<()>);

impl<O, const TRACK: u8> EnsureOrigin<O> for Decided<TRACK>
where
	O: Into<Result<Origin, O>> + From<Origin>,
{
	type Success = Backing;

	fn try_origin(origin: O) -> Result<Backing, O> {
		origin.into().and_then(|origin| match origin {
			Origin { track, backed: true, .. } if track as u8 == TRACK => Ok(Backing::Backed),
			Origin { track, backed: false, .. } if track as u8 == TRACK => Ok(Backing::Unbacked),
			other => Err(O::from(other)),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<O, ()> {
		let track = Track::numbered(TRACK).ok_or(())?;
		Ok(O::from(Origin { track, backed: true, support: Support::Bar }))
	}
}

/// Allows what was decided on one track, and says how much of the electorate stood behind it.
///
/// The track is given as to [`Decided`].
pub struct Supported<const TRACK: u8>(PhantomData<()>);

impl<O, const TRACK: u8> EnsureOrigin<O> for Supported<TRACK>
where
	O: Into<Result<Origin, O>> + From<Origin>,
{
	type Success = Support;

	fn try_origin(origin: O) -> Result<Support, O> {
		origin.into().and_then(|origin| match origin {
			Origin { track, support, .. } if track as u8 == TRACK => Ok(support),
			other => Err(O::from(other)),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<O, ()> {
		// What has less support must be counted.
		let track = Track::numbered(TRACK).ok_or(())?;
		Ok(O::from(Origin { track, backed: true, support: Support::Less }))
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
