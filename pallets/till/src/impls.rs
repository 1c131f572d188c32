// SPDX-License-Identifier: Apache-2.0

//! What others ask of the till.

use crate::*;

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	fn govern(figures: Figures) -> DispatchResult {
		CurrentFigures::<T>::put(figures);
		Ok(())
	}
}
