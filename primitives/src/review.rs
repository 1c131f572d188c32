// SPDX-License-Identifier: Apache-2.0

//! How a score is kept secret until all are given (mechanisms, section 8.3).
//!
//! An enforcer commits to a hash first, and reveals the score and the salt later. A signature cannot be made again
//! after a lost phone, so the salt follows from a secret of twelve words instead: whoever has them has all salts.

use crate::{verdict::CaseId, work::Quality};
use codec::Encode;
use frame::hashing::blake2_256;

/// What nobody can guess a score without.
pub type Salt = [u8; 32];

/// What a score was committed to by.
pub type Commitment = [u8; 32];

/// The salt of this one in this case on the chain with this genesis.
///
/// The secret is its twelve words in lower case, with one space between any two of them.
pub fn salt(secret: &str, genesis: &[u8; 32], case: CaseId, who: &impl Encode) -> Salt {
	let mut bytes = secret.as_bytes().to_vec();
	bytes.extend(genesis);
	bytes.extend(case.encode());
	bytes.extend(who.encode());
	blake2_256(&bytes)
}

/// What this one commits to for this score in this case: nobody else's, and no other case's.
pub fn commitment(score: Quality, salt: &Salt, case: CaseId, who: &impl Encode) -> Commitment {
	blake2_256(&(score, salt, case, who).encode())
}
