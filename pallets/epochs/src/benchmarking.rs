//! What the calls cost at their worst.

use crate::*;
use frame::benchmarking::prelude::*;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_length() -> Result<(), BenchmarkError> {
		let origin =
			T::LengthOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let length = *T::Lengths::get().end();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, length);

		assert_eq!(Current::<T>::get().length, length);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
