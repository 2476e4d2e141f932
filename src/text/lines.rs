//! Numbers of lines: a text is looked through once, however many places in it are asked for.

/// Where the lines of a text begin.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// One past each line feed.
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of `text`.
    pub fn of(text: &str) -> Self {
        Self { starts: memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).collect() }
    }

    /// The number of the line that holds byte `at`, from 1, and the byte where that line begins.
    pub fn find(&self, at: usize) -> (usize, usize) {
        let before = self.starts.partition_point(|start| *start <= at);
        (before + 1, before.checked_sub(1).and_then(|last| self.starts.get(last)).copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_feed_belongs_to_the_line_that_it_ends() {
        let lines = Lines::of("ab\n\nc");
        for (at, found) in [(0, (1, 0)), (2, (1, 0)), (3, (2, 3)), (4, (3, 4)), (9, (3, 4))] {
            assert_eq!(lines.find(at), found, "{at}");
        }
    }
}
