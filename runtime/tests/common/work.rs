// SPDX-License-Identifier: Apache-2.0

//! Work under way, as it looks from here.

use super::{people::stage, *};
use artel_primitives::work::Quality;

/// The number of the delivery of a task.
pub fn delivery_of(proposal: u32) -> u32 {
	match stage(proposal) {
		Stage::Underway { delivery } => delivery,
		other => panic!("it is not under way, but {other:?}"),
	}
}

/// The number of what was ordered last.
pub fn last_delivery() -> u32 {
	pallet_deliveries::LastDelivery::<Runtime>::get()
}

/// How far a delivery is.
pub fn work_stage(delivery: u32) -> pallet_deliveries::StageOf<Runtime> {
	Deliveries::delivery(delivery).expect("it is under way").stage
}

/// The last block in which a delivery can be disputed.
pub fn disputable_until(delivery: u32) -> BlockNumber {
	match work_stage(delivery) {
		pallet_deliveries::Stage::Delivered { until, .. } => until,
		other => panic!("it is not delivered, but {other:?}"),
	}
}

/// Why LABOR is on hold for work under way.
pub fn work_hold() -> RuntimeHoldReason {
	RuntimeHoldReason::Deliveries(pallet_deliveries::HoldReason::Work)
}

/// So many percent.
pub fn quality(percent: u8) -> Quality {
	Quality::from_percent(percent).expect("it is a part of a whole")
}
