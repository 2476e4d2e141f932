//! Speakers and roles as they are shown: how each was found, how often such ones are right, and what is too doubtful to be shown.

use super::candidate::{RoleClaim, Speaker, Speech};
use super::confidence;
use crate::model::{ActorNo, Certainty, Mention, OpenCase, Quotation, QuotationKind, RoleEvidence, SpeakerEvidence, StatedRole, Thresholds};
use rustc_hash::FxHashMap;

/// A quotation with its speaker, where one is sure enough.
pub(super) fn quotation(thresholds: Thresholds, speech: &Speech, mention: Option<&Mention>) -> Quotation {
    let evidence = speaker_evidence(speech);
    let table = confidence::stated(evidence.name());
    // No speaker is surer than its name.
    let confidence = mention.map_or(table, |mention| table.min(mention.confidence));
    let shown = thresholds.of_stated().certainty(confidence);
    let speaker = mention.filter(|_| shown.is_some()).map(|mention| mention.actor);
    let Speech { block, range, kind, cue, .. } = *speech;
    let certainty = match speaker {
        Some(_) => shown.unwrap_or(Certainty::Inferred),
        None => speech.certainty,
    };
    Quotation { block, range, kind, speaker, certainty, cue, evidence, confidence }
}

fn speaker_evidence(speech: &Speech) -> SpeakerEvidence {
    let names = match (speech.speaker, speech.cue) {
        (Speaker::At(block, range), Some(cue)) => block == speech.block && cue.contains(range),
        _ => false,
    };
    let direct = speech.kind == QuotationKind::Direct;
    match (speech.certainty, speech.cue) {
        (Certainty::Certain, _) => {
            if direct {
                SpeakerEvidence::DirectNamed
            } else {
                SpeakerEvidence::ReportedNamed
            }
        }
        (_, Some(_)) if names => {
            if direct {
                SpeakerEvidence::DirectNear
            } else {
                SpeakerEvidence::ReportedNear
            }
        }
        (_, None) if direct => SpeakerEvidence::DirectBefore,
        _ => {
            if direct {
                SpeakerEvidence::DirectMeant
            } else {
                SpeakerEvidence::ReportedMeant
            }
        }
    }
}

/// A role as the text states it; how sure it is comes last ([`shows`]).
pub(super) fn role(claim: &RoleClaim, actor: ActorNo, of: Option<ActorNo>) -> StatedRole {
    let of = of.filter(|of| *of != actor);
    let before = claim.title.start < claim.holder.start;
    let evidence = match (before, claim.certainty, of) {
        (true, Certainty::Inferred, _) => RoleEvidence::BeforeGuessed,
        (true, _, Some(_)) => RoleEvidence::BeforeOwned,
        (true, _, None) => RoleEvidence::BeforeBare,
        (false, Certainty::Inferred, _) => RoleEvidence::BehindGuessed,
        (false, _, Some(_)) => RoleEvidence::BehindOwned,
        (false, _, None) => RoleEvidence::BehindBare,
    };
    let RoleClaim { block, title, cut, phrase, certainty, .. } = *claim;
    StatedRole { actor, block, title, cut, phrase, of, certainty, evidence, confidence: 0 }
}

/// Whether the role is sure enough to be shown, and how sure it is.
pub(super) fn shows(thresholds: Thresholds, role: &mut StatedRole, open: &mut Vec<OpenCase>) -> bool {
    role.confidence = confidence::stated(role.evidence.name());
    if let Some(certainty) = thresholds.of_stated().certainty(role.confidence) {
        role.certainty = certainty;
        return true;
    }
    open.push(OpenCase { block: role.block, range: role.title, may_be: vec![role.actor], reason: "a role that is too doubtful".to_owned() });
    false
}

/// A title without an owner is of the one whom the same person's other titles are of.
pub(super) fn complete(roles: &mut [StatedRole]) {
    let mut owners: FxHashMap<ActorNo, Option<ActorNo>> = FxHashMap::default();
    for role in roles.iter() {
        if let Some(of) = role.of {
            owners.entry(role.actor).and_modify(|owner| *owner = owner.filter(|other| *other == of)).or_insert(Some(of));
        }
    }
    for role in roles.iter_mut().filter(|role| role.of.is_none()) {
        if let Some(of) = owners.get(&role.actor).copied().flatten() {
            role.of = Some(of);
            role.evidence = match role.evidence {
                RoleEvidence::BeforeOwned | RoleEvidence::BeforeBare | RoleEvidence::BeforeGuessed => RoleEvidence::BeforeGuessed,
                RoleEvidence::BehindOwned | RoleEvidence::BehindBare | RoleEvidence::BehindGuessed => RoleEvidence::BehindGuessed,
            };
        }
    }
}
