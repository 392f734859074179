// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_PARTICIPANTS_HPP
#define ENTENTE_INGEST_CODING_PARTICIPANTS_HPP

#include "ingest/coding/clause.hpp"
#include "ingest/coding/roles.hpp"
#include "ingest/coding/stage.hpp"

#include <optional>

namespace entente::coding {

/// Between whom a frame says something.
struct Participants {
    Filler source;
    /// Nobody where the sources do it with each other.
    Filler target;
    bool symmetric = false;
};

/// Whether acts of this type are verbal or material cooperation.
bool is_cooperative(plover::EventType type);

/// Finds the parties of the frames of one sentence: in the roles of the frame, else in the clause, else in
/// what the statement has told of who speaks with whom.
class ParticipantFinder {
public:
    ParticipantFinder(const FrameLexicon& lexicon, const Tree& tree, const actors::SentenceParties& parties,
                      const Stage& stage)
        : lexicon_(&lexicon), tree_(&tree), parties_(&parties), stage_(&stage), roles_(tree, parties) {
        mark_hostile();
    }

    /// The parties of a trigger whose frame has a type; nothing where there are none, and then `reason` says
    /// why.
    std::optional<Participants> find(const Trigger& trigger, const Clause& clause, const char*& reason) const;

    const RoleFinder& roles() const noexcept { return roles_; }

private:
    void mark_hostile();
    Filler find_accused(const Trigger& trigger, const Filler& source, bool& of_conflict) const;
    Filler find_source(const Trigger& trigger, const Clause& clause) const;
    Filler assume_source(const Trigger& trigger, const Clause& clause) const;
    bool is_worldwide(const Trigger& trigger) const;
    bool is_done_by_the_sides(const Trigger& trigger) const;
    bool is_between_the_sides(const Trigger& trigger) const;
    Filler find_victim(const Trigger& trigger, const Filler& source) const;
    static bool is_friendly(const Trigger& trigger);
    Filler find_target(const Trigger& trigger, const Filler& source) const;
    bool is_topic(const Trigger& trigger, const PartyCode& code) const;
    Filler find_site(const Trigger& trigger, const Filler& source) const;
    Filler find_thankful(const Trigger& trigger, const Filler& source) const;
    bool is_domestic(const Trigger& trigger, const Filler& source) const;
    bool is_carried_out(const Trigger& trigger) const;
    bool is_reciprocal(const Trigger& trigger) const;
    bool hits_somebody(const Trigger& trigger) const;
    bool is_heading() const;
    bool is_result(const Trigger& trigger) const;
    bool is_blamed(const Trigger& trigger) const;
    bool names_another(const Trigger& trigger) const;
    bool is_told_of_another(const Trigger& trigger, const Filler& source) const;
    bool is_present(const PartyCode& code) const;
    Filler assume_target(const Trigger& trigger, const Filler& source) const;
    Filler assume_plaintiff(const Trigger& trigger, const Filler& source, const Clause& clause) const;
    /// Whether both parties must stand in their roles: the frame says so, or the trigger only names a kind of
    /// what follows ("support network").
    bool is_weak(const Trigger& trigger) const {
        return trigger.frame->weak ||
               (trigger.frame->pos == FramePos::noun && tree_->dep(trigger.head) == Dep::compound);
    }

    const FrameLexicon* lexicon_;
    const Tree* tree_;
    const actors::SentenceParties* parties_;
    const Stage* stage_;
    RoleFinder roles_;
};

} // namespace entente::coding

#endif
