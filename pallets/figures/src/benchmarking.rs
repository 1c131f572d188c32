// SPDX-License-Identifier: Apache-2.0

//! What the call costs at its worst.

use crate::*;
use frame::benchmarking::prelude::*;

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Every figure that there is changes.
	#[benchmark]
	fn change() -> Result<(), BenchmarkError> {
		let origin =
			T::ChangeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let figures = T::BenchmarkHelper::dearest();
		let before = T::Rooms::standing(&figures);
		assert!(figures.iter().zip(&before).all(|(to, from)| to != from));
		let named = figures.clone().try_into().map_err(|_| "there is room for all")?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, named);

		assert_eq!(T::Rooms::standing(&figures), figures);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
