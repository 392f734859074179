#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the words of WordNet and their irregular forms in the layout of english_forms.tsv.

usage: wordnet_words.py FOLDER      the files of WordNet 3.0 (/usr/share/wordnet of the Debian package wordnet-base)

From the lists of exceptions come irregular forms; from the data files, words without blanks as lemmas of their part of
speech, names as proper nouns. A noun in -s is a plural without a singular where WordNet has it and no singular, or has
met it more often in its texts than the singular.
"""
import collections
import re
import sys

FILES = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
NUMBER = {"noun": 1, "verb": 2, "adj": 3, "adv": 4, "satellite": 5}
WORD = re.compile(r"[A-Za-z][A-Za-z'-]*[A-Za-z]")


def words_of(folder, part):
    """The words of a part of speech with their capitals."""
    for line in open(f"{folder}/data.{part}"):
        if line[0] != " ":
            fields = line.split(" ")
            for i in range(int(fields[3], 16)):
                word = re.sub(r"\(.*\)$", "", fields[4 + 2 * i])
                if WORD.fullmatch(word):
                    yield word


def counts_of(folder):
    """How often WordNet's texts have a word, by its number of the part of speech."""
    counts = collections.Counter()
    for line in open(f"{folder}/cntlist.rev"):
        sense, _, count = line.split()
        word, rest = sense.split("%")
        counts[word, int(rest[0])] += int(count)
    return counts


def tags_of(part, form, lemma):
    """The tags of the Penn Treebank that an irregular form may have."""
    if part == "noun":
        return ["NNS"]
    if part in ("adj", "adv"):
        letter = "J" if part == "adj" else "B"
        return [("JJ" if part == "adj" else "RB") + ("S" if form.endswith("st") else "R")]
    if form.endswith("ing"):
        return ["VBG"]
    return ["VBZ"] if form.endswith("s") else ["VBD", "VBN"]


def singulars(plural):
    yield plural[:-1]
    if plural.endswith("ies"):
        yield plural[:-3] + "y"
    elif plural.endswith("es"):
        yield plural[:-2]


def main(folder):
    counts = counts_of(folder)
    words = {part: set(words_of(folder, part)) for part in FILES}
    forms = collections.defaultdict(list)
    exceptions = set()
    for part, upos in FILES.items():
        for line in open(f"{folder}/{part}.exc"):
            form, *lemmas = [word for word in line.split() if WORD.fullmatch(word)] or [""]
            if not lemmas:
                continue
            lemma = max(lemmas, key=lambda word: counts[word, NUMBER[part]])
            exceptions.add((part, form))
            for tag in tags_of(part, form, lemma):
                forms[lemma, upos].append(f"{tag}={form}")
    for word in words["noun"]:
        if not word.islower() or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
            continue
        if ("noun", word) in exceptions:
            continue
        known = [singular for singular in singulars(word) if singular in words["noun"]]
        if all(counts[singular, 1] < counts[word, 1] for singular in known):
            forms[word, "NOUN"].append(f"NNS={word}")
    entries = {(lemma, upos) for lemma, upos in forms}
    for part, upos in FILES.items():
        for word in words[part]:
            entries.add((word, "PROPN" if upos == "NOUN" and not word.islower() else upos))
    for lemma, upos in sorted(entries):
        print(lemma, upos, *filter(None, [" ".join(sorted(set(forms[lemma, upos])))]), sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__.strip())
    main(sys.argv[1])
