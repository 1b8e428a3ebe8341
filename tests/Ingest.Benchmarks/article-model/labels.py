"""Which blocks of a page belong to its annotated article text."""
import re
from bisect import bisect_left
from collections import defaultdict

WORD = re.compile(r"\w+")
LONG = 6  # words; shorter blocks are told only by where they stand


def words(text):
    return WORD.findall(text.lower())


def label(blocks, gold_text):
    """For each block the share, 0 to 1, of it that is article text, and its number of words."""
    gold = words(gold_text)
    texts = [words(block) for block in blocks]
    share, places = long_blocks(texts, gold)
    drop_repeats(texts, gold, share, places)
    short_blocks(texts, gold, share, places)
    return share, [len(text) for text in texts]


def long_blocks(texts, gold):
    """The share of a block's four-word sequences that the gold text has, and where the first and last of them stand."""
    at = defaultdict(list)
    for i in range(len(gold) - 3):
        at[tuple(gold[i:i + 4])].append(i)
    share, places = [0.0] * len(texts), [None] * len(texts)
    for i, text in enumerate(texts):
        if len(text) < LONG:
            continue
        hits = [at.get(tuple(text[j:j + 4])) for j in range(len(text) - 3)]
        found = [hit for hit in hits if hit]
        share[i] = len(found) / len(hits)
        if share[i] > 0.5:
            places[i] = (found[0], found[-1])
    return share, places


def drop_repeats(texts, gold, share, places):
    """A block that the page has more often than the gold text counts where most article text is around it."""
    same = defaultdict(list)
    for i, text in enumerate(texts):
        if len(text) >= LONG and share[i] > 0.5:
            same[tuple(text)].append(i)
    whole = " " + " ".join(gold) + " "

    def company(i):
        near = range(max(0, i - 6), min(len(texts), i + 7))
        return sum(len(texts[k]) / (1 + abs(k - i)) for k in near if k != i and len(texts[k]) >= LONG and share[k] > 0.5)

    for text, blocks in same.items():
        count = whole.count(" " + " ".join(text) + " ")
        if len(blocks) > 1 and 0 < count < len(blocks):
            for i in sorted(blocks, key=company, reverse=True)[count:]:
                share[i], places[i] = 0.0, None


def short_blocks(texts, gold, share, places):
    """A short block belongs when the gold text has it between what the blocks around it match."""
    at = defaultdict(list)
    for i, word in enumerate(gold):
        at[word].append(i)
    after, following = [None] * len(texts), None
    for i in reversed(range(len(texts))):
        after[i] = following
        following = places[i] or following
    end = 0  # one past what is matched so far
    for i, text in enumerate(texts):
        if len(text) >= LONG:
            if places[i]:
                first = next((p for p in places[i][0] if p >= end - 5), places[i][0][0])
                end = next((p for p in places[i][1] if p >= first), places[i][1][0]) + 4
            continue
        if not text:
            continue
        last = min(len(gold), end + 60)
        if after[i]:
            last = next((p + 2 for p in after[i][0] if p >= end - 2), len(gold))
        starts = at.get(text[0], [])
        for p in starts[bisect_left(starts, max(0, end - 2)):]:
            if p >= last or p - end > 12:
                break
            if gold[p:p + len(text)] == text:
                share[i], end = 1.0, p + len(text)
                break
