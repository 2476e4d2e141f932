//! The thin binary: parse, run, exit.

use std::process::ExitCode;

fn main() -> ExitCode {
    chancery::cli::run(std::env::args_os()).into()
}
