// SPDX-License-Identifier: Apache-2.0

//! What charging a quota costs.

use crate::*;
use artel_primitives::membership::Backing;
use frame::{
	benchmarking::prelude::*,
	deps::{
		frame_support::dispatch::{DispatchInfo, PostDispatchInfo},
		sp_runtime::traits::{AsTransactionAuthorizedOrigin, DispatchTransaction, Dispatchable},
	},
};
use pallet_transaction_payment::ChargeTransactionPayment;

/// An account that can sign, with a full quota.
fn member<T: Config>() -> T::AccountId {
	let who: T::AccountId = account("member", 0, 0);
	frame_system::Pallet::<T>::inc_providers(&who);
	let admission = Admission { number: 0, class: Class::Worker, backing: Backing::Backed };
	Pallet::<T>::on_joined(&who, &admission);
	who
}

#[benchmarks(where
	T: Config + Send + Sync,
	T::RuntimeOrigin: AsTransactionAuthorizedOrigin,
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn charge() {
		let who = member::<T>();
		let before = Pallet::<T>::quota_left(who.clone());
		let extension = ChargeQuotaOrFee::<T>::from(ChargeTransactionPayment::from(0u32.into()));
		let call = T::RuntimeCall::from(frame_system::Call::remark { remark: Default::default() });
		// Less is spent than was charged, so that the quota is written twice.
		let info =
			DispatchInfo { call_weight: Weight::from_parts(100_000, 0), ..Default::default() };
		let post = PostDispatchInfo {
			actual_weight: Some(Weight::from_parts(10, 0)),
			pays_fee: Pays::Yes,
		};

		#[block]
		{
			let origin = RawOrigin::Signed(who.clone()).into();
			assert!(extension
				.test_run(origin, &call, &info, 10, 0, |_| Ok(post))
				.is_ok_and(|ran| ran.is_ok()));
		}

		assert!(Pallet::<T>::quota_left(who) < before);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
