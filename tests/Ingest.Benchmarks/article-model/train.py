#!/usr/bin/env python3
"""Train the article model.

    train.py FEATURES GOLD.json block-model.txt

FEATURES is the OUT of `Ingest.Benchmarks features DIR OUT`; GOLD.json maps a page's id to {"text": ...}, its annotated
article text. Pages whose id ends in 0 or 5 are kept out of training; the figures that are printed are theirs.
"""
import json
import sys
from collections import Counter

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from labels import label, words

MODELS, SHARE_OF_FEATURES, ROUNDS = 4, 0.45, 70
SETTINGS = dict(learning_rate=0.1, max_leaf_nodes=10, l2_regularization=10, min_samples_leaf=100)
INSIDE = 24  # the feature that says whether a block stands inside the densest element
EASY_SHARE = 0.15

NOTE = """Likelihood that a block of a page belongs to the page's article: a sum of decision trees over the numbers that
BlockFeatures measures, in its order. Trained by tests/Ingest.Benchmarks/article-model on pages of the development
split of WCXB, the Web Content eXtraction Benchmark (Foley 2026, CC BY 4.0), without the fifth of them that measures
it: gradient boosting with logistic loss, 4 models of 70 rounds, each over 45 % of the features, averaged. A block
counts by its share of the page's words, and is positive when most of its four-word sequences stand in the text."""


def main(features, gold_file, output):
    with open(features + ".jsonl", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    with open(gold_file, encoding="utf-8") as text:
        gold = json.load(text)
    labels = [label(page["blocks"], gold[page["id"]]["text"]) for page in pages]
    share = np.concatenate([found[0] for found in labels])
    count = np.concatenate([found[1] for found in labels])
    page_of = np.repeat(np.arange(len(pages)), [len(page["blocks"]) for page in pages])
    width = max(page["features"] for page in pages)
    rows = np.fromfile(features + ".f32", dtype="<f4").reshape(-1, width)
    assert len(rows) == len(share), "the two files are not of one run"

    held = np.array([page["id"][-1] in "05" for page in pages])
    gold_words = np.array([max(30, len(words(gold[page["id"]]["text"]))) for page in pages])
    positive = share > 0.5

    # Most blocks are short lines far from the article; some of them stand for all.
    easy = (count < 8) & (rows[:, INSIDE] == 0) & ~positive
    taken = ~held[page_of] & (~easy | (np.random.RandomState(1).rand(len(rows)) < EASY_SHARE))
    weight = np.maximum(count, 1) / gold_words[page_of] * 10 + 0.03
    weight = np.where(easy, weight / EASY_SHARE, weight)

    models, score = [], np.zeros(len(rows))
    for seed in range(MODELS):
        chosen = np.sort(np.random.RandomState(seed).permutation(width)[:int(SHARE_OF_FEATURES * width)])
        model = HistGradientBoostingClassifier(max_iter=ROUNDS, early_stopping=False, random_state=0, **SETTINGS)
        model.fit(rows[taken][:, chosen], positive[taken], sample_weight=weight[taken])
        models.append((model, chosen))
        score += model.decision_function(rows[:, chosen]) / MODELS
    likelihood = 1 / (1 + np.exp(-score))
    for threshold in (0.35, 0.38, 0.4, 0.45):
        print(f"kept out, threshold {threshold}: F1 {f1(pages, gold, page_of, likelihood > threshold, held):.4f}")
    write(models, output)


def f1(pages, gold, page_of, keep, chosen):
    """Mean word F1 of the chosen pages, by the kept blocks alone."""
    found = []
    for i in np.where(chosen)[0]:
        blocks = pages[i]["blocks"]
        kept = Counter(word for block, k in zip(blocks, keep[page_of == i]) if k for word in words(block))
        wanted = Counter(words(gold[pages[i]["id"]]["text"]))
        both = sum((kept & wanted).values())
        found.append(2 * both / max(1, sum(kept.values()) + sum(wanted.values())))
    return np.mean(found)


def write(models, output):
    """One tree a line in pre-order: an inner node as feature:threshold, a leaf as its value."""
    lines = ["# " + line for line in NOTE.split("\n")]
    base = sum(float(np.ravel(model._baseline_prediction)[0]) for model, _ in models) / len(models)
    lines.append(f"base {base:.6g}")
    for model, chosen in models:
        for (tree,) in model._predictors:
            lines.append(" ".join(tokens(tree.nodes, chosen)))
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def tokens(nodes, chosen, at=0):
    node = nodes[at]
    if node["is_leaf"]:
        return [f"{node['value'] / MODELS:.4g}"]
    own = f"{chosen[int(node['feature_idx'])]}:{node['num_threshold']:.6g}"
    return [own, *tokens(nodes, chosen, node["left"]), *tokens(nodes, chosen, node["right"])]


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
