// SPDX-License-Identifier: Apache-2.0

//! Pictures, drawn by hand as SVG.

use std::fmt::Write;

/// The width of a picture.
const WIDTH: f64 = 760.0;

/// Its height.
const HEIGHT: f64 = 400.0;

/// Where the drawing begins and ends.
const LEFT: f64 = 60.0;
const TOP: f64 = 50.0;
const BOTTOM: f64 = HEIGHT - 80.0;

/// Colours that can be told apart by everybody.
const COLOURS: [&str; 9] = [
	"#000000", "#d55e00", "#0072b2", "#009e73", "#b5508c", "#c98a00", "#56b4e9", "#7a4a1d",
	"#7f7f7f",
];

/// What a picture is about.
pub struct Frame<'a> {
	/// What it shows.
	pub title: &'a str,
	/// What goes from left to right.
	pub x: &'a str,
	/// What goes upwards.
	pub y: &'a str,
}

/// A named row of values.
pub struct Row {
	/// What they are.
	pub name: String,
	/// The values.
	pub values: Vec<f64>,
}

/// Lines over marks at equal distances.
pub fn lines(frame: &Frame, marks: &[String], rows: &[Row]) -> String {
	let right = WIDTH - 190.0;
	let (mut svg, top) = begin(frame, right, rows);
	let step = (right - LEFT) / (marks.len().max(2) - 1) as f64;
	let (x, y) = (|at: usize| LEFT + at as f64 * step, |value: f64| height(value, top));
	for (at, mark) in marks.iter().enumerate() {
		text(&mut svg, (x(at), BOTTOM + 18.0), "middle", "#444", mark);
	}
	// The names stand at the ends of the lines, but not on one another.
	let mut ends: Vec<_> = (0..rows.len()).collect();
	let last = |row: &usize| rows[*row].values.last().copied().unwrap_or_default();
	ends.sort_by(|a, b| last(b).total_cmp(&last(a)));
	let mut names = vec![0.0; rows.len()];
	let mut above = f64::NEG_INFINITY;
	for row in &ends {
		names[*row] = (y(last(row)) + 4.0).max(above + 15.0);
		above = names[*row];
	}
	let below = (above - BOTTOM - 4.0).max(0.0);
	for (at, row) in rows.iter().enumerate() {
		let colour = COLOURS[at % COLOURS.len()];
		let points: Vec<_> = row
			.values
			.iter()
			.enumerate()
			.map(|(at, value)| format!("{:.1},{:.1}", x(at), y(*value)))
			.collect();
		put(
			&mut svg,
			format_args!(
				"<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
				points.join(" ")
			),
		);
		text(&mut svg, (right + 8.0, names[at] - below), "start", colour, &row.name);
	}
	svg + "</svg>\n"
}

/// Bars side by side, a group for each mark.
pub fn bars(frame: &Frame, marks: &[String], rows: &[Row]) -> String {
	let right = WIDTH - 20.0;
	let (mut svg, top) = begin(frame, right, rows);
	let group = (right - LEFT) / marks.len().max(1) as f64;
	let bar = group * 0.84 / rows.len().max(1) as f64;
	for (at, mark) in marks.iter().enumerate() {
		let middle = LEFT + (at as f64 + 0.5) * group;
		for (line, words) in wrapped(mark).iter().enumerate() {
			text(&mut svg, (middle, BOTTOM + 18.0 + 14.0 * line as f64), "middle", "#444", words);
		}
		for (row, Row { values, .. }) in rows.iter().enumerate() {
			let (x, y) =
				(LEFT + (at as f64 + 0.08) * group + row as f64 * bar, height(values[at], top));
			put(
				&mut svg,
				format_args!(
					"<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{}\"/>",
					bar - 1.0,
					BOTTOM - y,
					COLOURS[row % COLOURS.len()]
				),
			);
			svg += &format!(
				"<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"9\" fill=\"#444\">{:.1}</text>\n",
				x + bar / 2.0,
				y - 3.0,
				values[at]
			);
		}
	}
	let mut x = LEFT;
	for (row, Row { name, .. }) in rows.iter().enumerate() {
		let colour = COLOURS[row % COLOURS.len()];
		let y = HEIGHT - 16.0;
		put(
			&mut svg,
			format_args!(
				"<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"10\" height=\"10\" fill=\"{colour}\"/>",
				y - 9.0
			),
		);
		text(&mut svg, (x + 15.0, y), "start", "#444", name);
		x += 40.0 + 6.6 * name.len() as f64;
	}
	svg + "</svg>\n"
}

/// Words in lines that fit below a group of bars.
fn wrapped(words: &str) -> Vec<String> {
	let mut lines: Vec<String> = Vec::new();
	for word in words.split(' ') {
		match lines.last_mut() {
			Some(line) if line.len() + word.len() < 11 => *line = format!("{line} {word}"),
			_ => lines.push(word.into()),
		}
	}
	lines
}

/// Paper, title and axes; says also what is at the top.
fn begin(frame: &Frame, right: f64, rows: &[Row]) -> (String, f64) {
	let most =
		rows.iter().flat_map(|row| &row.values).fold(0.0, |most: f64, value| most.max(*value));
	let step = round_step(most / 5.0);
	let top = (most / step).ceil().max(1.0) * step;
	let mut svg = format!(
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} \
		 {HEIGHT}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n<title>{}</title>\n<rect \
		 width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n<text x=\"{LEFT}\" y=\"22\" font-size=\"15\" \
		 fill=\"#111\">{}</text>\n",
		frame.title, frame.title
	);
	let decimals = usize::from(step < 1.0) + usize::from(step < 0.1);
	let mut value = 0.0;
	while value <= top + step / 2.0 {
		let y = height(value, top);
		put(
			&mut svg,
			format_args!(
				"<line x1=\"{LEFT}\" y1=\"{y:.1}\" x2=\"{right}\" y2=\"{y:.1}\" stroke=\"{}\"/>",
				if value == 0.0 { "#444" } else { "#ddd" }
			),
		);
		text(&mut svg, (LEFT - 8.0, y + 4.0), "end", "#444", &format!("{value:.decimals$}"));
		value += step;
	}
	text(&mut svg, (LEFT, TOP - 10.0), "start", "#444", frame.y);
	text(&mut svg, ((LEFT + right) / 2.0, BOTTOM + 36.0), "middle", "#444", frame.x);
	(svg, top)
}

fn height(value: f64, top: f64) -> f64 {
	BOTTOM - value / top * (BOTTOM - TOP)
}

/// The next larger of 1, 2 and 5 times a power of ten.
fn round_step(step: f64) -> f64 {
	let ten = 10f64.powf(step.max(1e-9).log10().floor());
	[1.0, 2.0, 5.0, 10.0]
		.map(|times| times * ten)
		.into_iter()
		.find(|round| step <= *round)
		.unwrap_or(ten)
}

fn text(svg: &mut String, (x, y): (f64, f64), anchor: &str, colour: &str, text: &str) {
	put(
		svg,
		format_args!("<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{text}</text>"),
	);
}

fn put(svg: &mut String, element: std::fmt::Arguments) {
	writeln!(svg, "{element}").expect("a string takes it all");
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn steps_are_round() {
		for (step, round) in [(0.013, 0.02), (0.2, 0.2), (0.3, 0.5), (7.0, 10.0), (12.0, 20.0)] {
			assert!((round_step(step) - round).abs() < 1e-9, "{step}");
		}
	}

	#[test]
	fn every_value_is_drawn_within_the_paper() {
		let frame = Frame { title: "t", x: "x", y: "y" };
		let rows = [Row { name: "a".into(), values: vec![0.0, 3.0] }];
		let marks = ["1".to_string(), "2".to_string()];
		let drawn = lines(&frame, &marks, &rows);
		assert!(drawn.contains("points=\"60.0,320.0 570.0,50.0\""), "{drawn}");
		let drawn = bars(&frame, &marks, &rows);
		assert_eq!(drawn.matches("<rect").count(), 1 + 2 + 1);
		assert!(drawn.ends_with("</svg>\n"));
	}
}
