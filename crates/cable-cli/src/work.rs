//! Work for every core, with results in order and at most a few jobs and results a core in memory.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many pieces for each worker may wait to be worked on or written.
const WAITING: usize = 2;

/// Runs `produce` on a thread of its own, `work` on every core and `consume` on this thread, in the order of the jobs.
/// The function given to `produce` returns `false`, and `produce` should end, once `consume` has returned `false`.
pub fn in_order<J: Send, R: Send>(
    produce: impl FnOnce(&mut dyn FnMut(J) -> bool) + Send,
    work: impl Fn(J) -> R + Sync,
    mut consume: impl FnMut(R) -> bool,
) {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let (give_job, jobs) = sync_channel::<(J, SyncSender<R>)>(workers);
    let (give_turn, turns) = sync_channel::<Receiver<R>>(workers.saturating_mul(WAITING));
    let jobs = Mutex::new(jobs);
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).recv().ok();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((job, reply)) = next() {
                    // Nobody waits for the result once the output has ended.
                    let _ = reply.send(work(job));
                }
            });
        }
        scope.spawn(move || {
            produce(&mut |job| {
                let (reply, turn) = sync_channel(1);
                give_turn.send(turn).is_ok() && give_job.send((job, reply)).is_ok()
            });
        });
        for turn in turns {
            let Ok(result) = turn.recv() else { break };
            if !consume(result) {
                break;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn results_come_in_order() {
        let mut got = Vec::new();
        let produce = |give: &mut dyn FnMut(u64) -> bool| assert!((0..500).all(give));
        in_order(
            produce,
            |n| n * n,
            |n| {
                got.push(n);
                true
            },
        );
        assert_eq!(got, (0..500).map(|n| n * n).collect::<Vec<_>>());
    }

    #[test]
    fn production_ends_with_the_output() {
        let mut got = Vec::new();
        in_order(
            |give: &mut dyn FnMut(u64) -> bool| while give(1) {},
            |n| n,
            |n| {
                got.push(n);
                got.len() < 3
            },
        );
        assert_eq!(got, [1, 1, 1]);
    }
}
