//! Maximum flow that grows source by source (Ford & Fulkerson 1956), depth first: a way is mostly found where it is looked for, while breadth would go
//! through everything that is nearer than the sink.

/// The node that all flow goes to.
pub(super) const SINK: usize = 0;
/// The capacity of edges that count nothing.
pub(super) const NO_LIMIT: i64 = i64::MAX / 4;

/// A network with residual capacities.
pub(super) struct Network {
    edges: Vec<Vec<u32>>,
    to: Vec<u32>,
    residual: Vec<i64>,
    /// From these the sink cannot be reached any more, and no later flow changes that: an augmenting path never enters them.
    dead: Vec<bool>,
    seen: Vec<u32>,
    round: u32,
    via: Vec<u32>,
}

impl Network {
    pub(super) fn new() -> Self {
        let mut network = Self {
            edges: Vec::new(),
            to: Vec::new(),
            residual: Vec::new(),
            dead: Vec::new(),
            seen: Vec::new(),
            round: 0,
            via: Vec::new(),
        };
        network.node();
        network
    }

    pub(super) fn node(&mut self) -> usize {
        self.edges.push(Vec::new());
        self.dead.push(false);
        self.seen.push(0);
        self.via.push(u32::MAX);
        self.edges.len() - 1
    }

    pub(super) fn edge(&mut self, from: usize, to: usize, capacity: i64) {
        for (a, b, capacity) in [(from, to, capacity), (to, from, 0)] {
            self.edges[a].push(self.to.len() as u32);
            self.to.push(b as u32);
            self.residual.push(capacity);
        }
    }

    /// An edge between nodes from which flow was sent already: what was dead may be alive again by it.
    pub(super) fn late_edge(&mut self, from: usize, to: usize, capacity: i64) {
        self.edge(from, to, capacity);
        if self.dead[from] && !self.dead[to] {
            self.dead.fill(false);
        }
    }

    /// Sends up to `amount` from a node to the sink. Returns how much.
    pub(super) fn push_from(&mut self, source: usize, amount: i64) -> i64 {
        let mut sent = 0;
        while sent < amount {
            let Some(pushed) = self.augment(source, amount - sent) else {
                break;
            };
            sent += pushed;
        }
        sent
    }

    /// By node: whether flow could still come there from one of these.
    pub(super) fn reached_from(&self, sources: impl Iterator<Item = usize>) -> Vec<bool> {
        let mut reached = vec![false; self.edges.len()];
        let mut queue: Vec<usize> = sources.collect();
        for &source in &queue {
            reached[source] = true;
        }
        while let Some(node) = queue.pop() {
            for &edge in &self.edges[node] {
                let to = self.to[edge as usize] as usize;
                if self.residual[edge as usize] > 0 && !reached[to] {
                    reached[to] = true;
                    queue.push(to);
                }
            }
        }
        reached
    }

    fn augment(&mut self, source: usize, most: i64) -> Option<i64> {
        self.round += 1;
        let mut stack = vec![source];
        let mut visited = Vec::new();
        self.seen[source] = self.round;
        while let Some(node) = stack.pop() {
            visited.push(node);
            for &edge in &self.edges[node] {
                let to = self.to[edge as usize] as usize;
                if self.residual[edge as usize] <= 0 || self.dead[to] || self.seen[to] == self.round {
                    continue;
                }
                self.seen[to] = self.round;
                self.via[to] = edge;
                if to == SINK {
                    return Some(self.send(source, most));
                }
                stack.push(to);
            }
        }
        for node in visited {
            self.dead[node] = true;
        }
        None
    }

    fn send(&mut self, source: usize, most: i64) -> i64 {
        let mut amount = most;
        let mut node = SINK;
        while node != source {
            let edge = self.via[node] as usize;
            amount = amount.min(self.residual[edge]);
            node = self.to[edge ^ 1] as usize;
        }
        node = SINK;
        while node != source {
            let edge = self.via[node] as usize;
            self.residual[edge] -= amount;
            self.residual[edge ^ 1] += amount;
            node = self.to[edge ^ 1] as usize;
        }
        amount
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_source_reroutes_an_earlier_one() {
        let mut network = Network::new();
        let (a, b, x, y) = (network.node(), network.node(), network.node(), network.node());
        network.edge(x, SINK, 1);
        network.edge(y, SINK, 1);
        network.edge(a, x, 9);
        network.edge(a, y, 9);
        network.edge(b, x, 9);
        assert_eq!(network.push_from(a, 1), 1);
        assert_eq!(network.push_from(b, 2), 1);
        assert_eq!(network.push_from(a, 1), 0);
    }
}
