//! What is foretold of a vote.

use super::*;

#[test]
fn a_prospect_says_what_is_lacking() {
	let rules = rules(Constitution);
	let (tally, electorate) = poll(&[says(Aye, 6_000), silent(1_000), says(Block, 2_000)]);
	let prospect = rules.prospect(NOW, &tally, &electorate, Vec::new());
	assert_eq!(
		(prospect.notice, prospect.quiet, prospect.ends),
		(rules.notice, rules.quiet, rules.ends)
	);
	// Its weight is there, its heads are not.
	assert!(!prospect.bar_reached && !prospect.blocked);
	assert_eq!((prospect.at_the_end, prospect.now), (Rejected, None));
	assert_eq!((prospect.tally, prospect.electorate), (tally, electorate));
}

#[test]
fn a_prospect_says_when_somebody_may_advance_it() {
	let (tally, electorate) = poll(&[says(Aye, 6_000), says(Aye, 1_000), silent(2_000)]);
	for track in TRACKS {
		let rules = rules(track);
		for (now, expected) in
			[(rules.notice - 1, None), (rules.notice, Some(BAR)), (rules.ends, Some(BAR))]
		{
			let prospect = rules.prospect(now, &tally, &electorate, Vec::new());
			assert!(prospect.bar_reached);
			assert_eq!((prospect.at_the_end, prospect.now), (BAR, expected), "{track:?}, {now}");
		}
	}
}

#[test]
fn a_prospect_counts_without_those_who_gain() {
	let (tally, electorate) = poll(&[&[says(Aye, 1_000); 3][..], &[silent(9_000)]].concat());
	let gains = Cast { choice: Aye, class: Worker, weight: 1_000, own: true };
	for (interested, expected) in [(vec![gains], SECOND), (vec![gains; 2], Rejected)] {
		let prospect = rules(Work).prospect(NOW, &tally, &electorate, interested);
		assert_eq!(prospect.at_the_end, expected);
	}
}

#[test]
fn a_lost_key_is_seen_at_its_end_which_is_its_notice() {
	let rules = rules(LostKey);
	let (tally, electorate) = poll(&[&[says(Aye, 1_000); 3][..], &[silent(9_000)]].concat());
	let prospect = rules.prospect(rules.ends - 1, &tally, &electorate, Vec::new());
	assert_eq!((prospect.at_the_end, prospect.now), (SECOND, None));
}

#[test]
fn everybody_who_says_anything_is_there() {
	let voters =
		[says(Aye, 1), (User, 20, Some(Nay)), (Supporter, 300, Some(Block)), says(Abstain, 4_000)];
	let (tally, _) = poll(&[&voters[..], &[silent(50_000)]].concat());
	assert_eq!(tally.turnout(), votes(4_001, 20, 300));
}
