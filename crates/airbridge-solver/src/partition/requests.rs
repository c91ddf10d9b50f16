//! Sets of requests as bits.

/// More requests than this are not taken on.
pub(crate) const MOST_REQUESTS: usize = 256;

const WORDS: usize = MOST_REQUESTS / 64;

/// A set of requests, by index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(crate) struct Requests([u64; WORDS]);

impl Requests {
    pub(crate) const NONE: Self = Self([0; WORDS]);

    pub(crate) fn with(mut self, request: usize) -> Self {
        self.0[request / 64] |= 1 << (request % 64);
        self
    }

    pub(crate) fn has(&self, request: usize) -> bool {
        self.0[request / 64] >> (request % 64) & 1 == 1
    }

    pub(crate) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(crate) fn union(mut self, other: &Self) -> Self {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
        self
    }

    pub(crate) fn without(mut self, other: &Self) -> Self {
        for (word, less) in self.0.iter_mut().zip(other.0) {
            *word &= !less;
        }
        self
    }

    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(word, more)| word & more != 0)
    }

    /// How many are in both.
    pub(crate) fn common(&self, other: &Self) -> usize {
        let pairs = self.0.iter().zip(other.0);
        pairs.map(|(word, more)| (word & more).count_ones() as usize).sum()
    }

    pub(crate) fn within(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).all(|(word, more)| word & !more == 0)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + use<> {
        let words = self.0;
        words.into_iter().enumerate().flat_map(|(index, mut word)| {
            std::iter::from_fn(move || {
                (word != 0).then(|| {
                    let bit = word.trailing_zeros() as usize;
                    word &= word - 1;
                    index * 64 + bit
                })
            })
        })
    }

    /// Those for which `keep` holds.
    pub(crate) fn filtered(&self, keep: impl Fn(usize) -> bool) -> Self {
        self.iter()
            .filter(|&request| keep(request))
            .fold(Self::NONE, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::Requests;

    #[test]
    fn sets_hold_what_was_put_in() {
        let set = Requests::NONE.with(3).with(64).with(255);
        assert_eq!(set.iter().collect::<Vec<_>>(), [3, 64, 255]);
        assert!(set.has(64) && !set.has(65));
        assert!(set.meets(&Requests::NONE.with(255)) && !set.meets(&Requests::NONE.with(2)));
        assert!(Requests::NONE.with(3).within(&set) && !set.within(&Requests::NONE.with(3)));
        assert_eq!(set.filtered(|request| request < 64), Requests::NONE.with(3));
    }
}
