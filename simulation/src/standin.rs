use artel_primitives::{
	epochs::Epoch,
	units::LaborBalance,
	units::LoveBalance,
	work::{Minutes, Work},
};
use pallet_reputation::Standing;

pub fn count(
	standing: &mut Standing,
	work: &Work<usize>,
	most: Minutes,
) -> (Work<usize>, LoveBalance) {
	let minutes = work.minutes.min(most);
	let labor = (work.labor * u64::from(minutes)).checked_div(work.minutes.into()).unwrap_or(0);
	standing.count(&Work { minutes, labor, ..work.clone() })
}

#[derive(Clone, Default, Debug)]
pub struct Ripening(Vec<(Epoch, u64)>);

impl Ripening {
	pub fn note(&mut self, epoch: Epoch, amount: u64) {
		self.0.retain(|(at, _)| *at + 6 > epoch);
		match self.0.last_mut() {
			Some((at, all)) if *at == epoch => *all += amount,
			_ => self.0.push((epoch, amount)),
		}
	}
	pub fn take_newest(&mut self, mut amount: u64) {
		for (_, part) in self.0.iter_mut().rev() {
			let taken = amount.min(*part);
			*part -= taken;
			amount -= taken;
		}
	}
	pub fn since(&self, epoch: Epoch) -> u64 {
		self.0.iter().filter(|(at, _)| *at >= epoch).map(|(_, part)| *part).sum()
	}
}

pub fn unripe_since(epoch: Epoch, ripening: Epoch) -> Epoch {
	match ripening {
		0 => epoch + 1,
		_ => epoch.saturating_sub(ripening),
	}
}

#[derive(Clone, Default, Debug)]
pub struct Credit {
	pub granted: LaborBalance,
	pub earned: LaborBalance,
	pub kept: LaborBalance,
	pub fresh: Ripening,
}

impl Credit {
	pub fn keep(&mut self, net: LaborBalance, own_epoch: Epoch) {
		self.kept += net;
		self.fresh.note(own_epoch, net);
	}
	pub fn keep_at_most(&mut self, wallet: LaborBalance) {
		let lost = self.kept.saturating_sub(wallet);
		self.kept -= lost;
		self.fresh.take_newest(lost);
	}
	pub fn ripe(&self, unripe_since: Epoch) -> LaborBalance {
		self.kept.saturating_sub(self.fresh.since(unripe_since))
	}
}
