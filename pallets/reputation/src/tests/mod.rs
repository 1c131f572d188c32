//! Unit tests with faked neighbours, one file per topic, and a plain model that foretells every
//! number.

mod attacks;
mod exit;
mod grants;
mod half_life;
mod history;
mod leave;
mod model;
mod paths;
mod recognition;
mod spending;
mod withdrawal;
mod work;
