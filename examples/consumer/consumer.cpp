// SPDX-License-Identifier: Apache-2.0
#include <ingest/actors/gazetteer.hpp>

#include <iostream>

int main() { std::cout << entente::Gazetteer::shipped().find_party("Beijing")->name << '\n'; }
