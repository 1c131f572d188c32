// SPDX-License-Identifier: Apache-2.0

//! Wallets see the stock extension.

use crate::{mock::*, ChargeQuotaOrFee};
use codec::{Decode, Encode};
use frame::deps::sp_runtime::traits::{TransactionExtension, TransactionExtensionMetadata};
use pallet_transaction_payment::ChargeTransactionPayment;
use scale_info::{MetaType, TypeInfo};

type Ours = ChargeQuotaOrFee<Test>;
type Stock = ChargeTransactionPayment<Test>;

#[test]
fn they_see_its_name() {
	assert_eq!(
		<Ours as TransactionExtension<RuntimeCall>>::IDENTIFIER,
		<Stock as TransactionExtension<RuntimeCall>>::IDENTIFIER
	);
	let names = |metadata: Vec<TransactionExtensionMetadata>| {
		metadata.iter().map(|one| (one.identifier, one.ty, one.implicit)).collect::<Vec<_>>()
	};
	assert_eq!(
		names(<Ours as TransactionExtension<RuntimeCall>>::metadata()),
		names(<Stock as TransactionExtension<RuntimeCall>>::metadata())
	);
}

#[test]
fn they_see_its_type() {
	assert_eq!(Ours::type_info(), Stock::type_info());
	assert_eq!(MetaType::new::<Ours>(), MetaType::new::<Stock>());
}

#[test]
fn they_write_its_bytes() {
	for tip in [0, 1, 63, 64, 1_000_000_007, u128::MAX] {
		let stock = Stock::from(tip);
		assert_eq!(extension(tip).encode(), stock.encode());
		assert_eq!(Ours::decode(&mut &stock.encode()[..]), Ok(extension(tip)));
		assert_eq!(format!("{:?}", extension(tip)), format!("{stock:?}"));
	}
}

#[test]
fn they_sign_nothing_besides() {
	let implicit = TransactionExtension::<RuntimeCall>::implicit(&extension(3));
	assert_eq!(implicit.map(|implicit| implicit.encode()), Ok(vec![]));
}
