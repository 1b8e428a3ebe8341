#!/usr/bin/env python3
"""Tell the article model when it knows enough.

    stops.py FEATURES block-model.txt

Puts the rounds of the models in turns, the first of each first, and writes for each bar that `BlockChoice` asks for a line
"stop BAR low:high ...": behind each tree, the sum below which no block ends above the bar, and the one above which none
ends below it, over the blocks of FEATURES (the OUT of `Ingest.Benchmarks features DIR OUT`) whose page's id does not end
in 0 or 5; each moved outwards by MARGIN. Prints how many trees a block needs then, and how many answers differ from
those of all trees, for both kinds of pages.
"""
import json
import math
import sys

import numpy as np

MODELS, BARS, MARGIN = 4, (0.38, 0.9), 0.2


def main(features, file):
    with open(features + ".jsonl", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    width = max(page["features"] for page in pages)
    rows = np.fromfile(features + ".f32", dtype="<f4").reshape(-1, width)
    held = np.repeat([page["id"][-1] in "05" for page in pages], [len(page["blocks"]) for page in pages])

    with open(file, encoding="utf-8") as text:
        lines = [line for line in text.read().splitlines() if not line.startswith("stop ")]
    notes = [line for line in lines if line.startswith(("#", "base "))]
    trees = in_turns([line for line in lines if not line.startswith(("#", "base "))])
    start = next(float(line[5:]) for line in notes if line.startswith("base "))
    sums = start + np.cumsum(np.stack([value(tree.split(), rows) for tree in trees], axis=1), axis=1)
    stops = [stop(sums, bar, held) for bar in BARS]
    with open(file, "w", encoding="utf-8") as text:
        text.write("\n".join([*notes, *stops, *trees]) + "\n")


def stop(sums, bar, held):
    needed = math.log(bar / (1 - bar))
    above = sums[:, -1] > needed
    low = sums[~held & above].min(axis=0) - MARGIN
    high = sums[~held & ~above].max(axis=0) + MARGIN
    below, over = sums < low, sums > high
    for name, chosen in (("trained on", ~held), ("kept out", held)):
        stopped = (below | over)[chosen]
        at = np.where(stopped.any(axis=1), stopped.argmax(axis=1), sums.shape[1] - 1)
        answer = np.where(stopped.any(axis=1), over[chosen][np.arange(len(at)), at], above[chosen])
        print(f"bar {bar}, {name}: {at.mean() + 1:.0f} of {sums.shape[1]} trees a block, {np.sum(answer != above[chosen])} of {len(at)} answers differ")
    return f"stop {bar} " + " ".join(f"{a:.4g}:{b:.4g}" for a, b in zip(low, high))


def in_turns(trees):
    """One round of each model after the other; trees that stand so already stay as they are."""
    rounds = len(trees) // MODELS
    used = [set(token.split(":")[0] for tree in trees[:rounds] for token in tree.split() if ":" in token),
            set(token.split(":")[0] for tree in trees[::MODELS] for token in tree.split() if ":" in token)]
    return [trees[model * rounds + at] for at in range(rounds) for model in range(MODELS)] if len(used[0]) < len(used[1]) else trees


def value(tokens, rows):
    """What a tree in pre-order adds to each row."""
    found = np.zeros(len(rows), dtype=np.float32)

    def walk(at, chosen):
        feature, colon, threshold = tokens[at].partition(":")
        if not colon:
            found[chosen] = float(feature)
            return at + 1
        below = rows[chosen, int(feature)] <= np.float32(threshold)
        return walk(walk(at + 1, chosen[below]), chosen[~below])

    walk(0, np.arange(len(rows)))
    return found


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
