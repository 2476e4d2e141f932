//! `chancery serve`

use super::progress::Progress;
use super::report::{self, Shown};
use super::{Common, Exit, ServeArgs};
use crate::serve::{self, ServeOptions};
use std::sync::Arc;

pub(super) fn run(common: &Common, args: &ServeArgs) -> Exit {
    let options = match report::options(&args.site) {
        Ok(mut options) => {
            options.drafts = crate::build::Drafts::Shown;
            options
        }
        Err(exit) => return exit,
    };
    // The first build reads everything; those that follow take a moment.
    let progress = Arc::new(Progress::new(common));
    let serve_options = ServeOptions { root: common.root.clone(), host: args.host, port: args.port, build: options, watch: progress.clone() };
    // The preview outlives this call's borrow: it tells from a thread of its own.
    let common = common.clone();
    let open = args.open;
    let result = serve::serve(&serve_options, move |event| match event {
        serve::Event::Built { diagnostics, inputs, briefings, took } => {
            progress.finish();
            report::findings(diagnostics, inputs, &common, Shown::AsAsked);
            let counts = report::counts(diagnostics).map(|counts| format!("; {counts}")).unwrap_or_default();
            match briefings {
                Some(_) if common.quiet => {}
                Some(number) => report::say(&format!("built {} in {}{counts}\n", report::plural(number, "briefing"), report::time(took))),
                None => report::say(&format!("the site has errors, so what was there before is still shown{counts}\n")),
            }
        }
        serve::Event::Listening { address, taken, open_to_others } => {
            if let Some(port) = taken {
                report::say(&format!("port {port} is taken\n"));
            }
            if open_to_others {
                report::say("warning: everybody who reaches this machine over the network can read the preview, drafts included\n");
            }
            report::say(&format!("serving {address} (stop with Ctrl-C)\n"));
            if open && let Err(error) = open::that_detached(&address) {
                report::say(&format!("no browser could be opened: {error}\n"));
            }
        }
        serve::Event::Fault(fault) => {
            report::fault(fault);
        }
    });
    match result {
        Ok(()) => Exit::Success,
        Err(fault) => report::fault(&fault),
    }
}
