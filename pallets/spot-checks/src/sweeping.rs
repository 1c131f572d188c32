// SPDX-License-Identifier: Apache-2.0

//! What idle blocks help with: they point out what is drawn, and forget what is over. Nothing depends on it.

use crate::*;
use artel_primitives::sweep::LOOKED_AT_ONCE;

impl<T: Config> Pallet<T> {
	/// Does as much as there is room for.
	pub(crate) fn sweep(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::sweep_begin()).is_err() {
			return;
		}
		Self::sweep_drawn(meter);
		for _ in 0..LOOKED_AT_ONCE {
			let over = LastOver::<T>::get();
			if over >= LastPayment::<T>::get()
				|| meter.try_consume(T::WeightInfo::sweep_over()).is_err()
			{
				return;
			}
			Self::forget(1);
			if LastOver::<T>::get() == over {
				return;
			}
		}
	}

	/// Looks at the payments after the one at which the last block stopped, until the lot of one is not known.
	fn sweep_drawn(meter: &mut WeightMeter) {
		let (begun, last) = (LastSwept::<T>::get(), LastPayment::<T>::get());
		// What is over need not be looked at.
		let mut at = begun.max(LastOver::<T>::get());
		let (look, most) = (T::WeightInfo::sweep_one(), T::WeightInfo::point_out());
		for _ in 0..LOOKED_AT_ONCE {
			let next = at.saturating_add(1);
			if next > last || !meter.can_consume(look.saturating_add(most)) {
				break;
			}
			meter.consume(look);
			if let Some(found) = Payments::<T>::get(next) {
				if T::Lots::lot(found.session).is_none() && Self::now() < Self::draw_ends(&found) {
					break;
				}
				if Self::ensure_drawn(next, &found).is_ok() {
					meter.consume(most);
					with_storage_layer(|| Self::do_point_out(next)).ok();
				}
			}
			at = next;
		}
		if at != begun {
			LastSwept::<T>::put(at);
		}
	}
}
