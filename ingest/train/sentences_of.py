#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints plain text for `entente-train vectors`: a sentence a line, words between spaces.

usage: sentences_of.py FILE...   statements (.ndjson.gz, with "text") and treebanks (.conllu)
"""
import gzip
import json
import re
import sys

WORD = re.compile(
    r"https?://\S+|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m|S)\b|(?:[A-Z]\.)+|\d[\d,.]*\d|\w+|\.\.\.|--|[^\w\s]"
)
SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+(?=[A-Z\"“-])")


def of_statements(path):
    for line in gzip.open(path, "rt", encoding="utf-8"):
        for paragraph in json.loads(line)["text"].split("\n"):
            for sentence in SENTENCE_END.split(paragraph.strip()):
                yield WORD.findall(sentence)


def of_treebank(path):
    words = []
    for line in open(path, encoding="utf-8"):
        columns = line.split("\t")
        if columns[0].isdigit():
            words.append(columns[1].replace(" ", "_"))
        elif line == "\n":
            yield words
            words = []


for file in sys.argv[1:]:
    for sentence in of_treebank(file) if file.endswith(".conllu") else of_statements(file):
        if sentence:
            print(" ".join(sentence))
