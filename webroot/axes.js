/** The twelve belief axes and what their ends mean, in few words. */
export const AXES = [
  ["catastrophic_risk", "Catastrophe by AI", "impossible", "certain"],
  ["timelines", "General AI", "after 2075 or never", "before 2030"],
  ["agency_view", "AI is", "a tool", "an agent"],
  ["alignment_tractability", "Alignment", "out of reach", "ordinary engineering"],
  ["pace", "Frontier training", "halt", "accelerate"],
  ["open_weights", "Weights", "closed", "released"],
  ["state_control", "Governed by", "industry itself", "the state"],
  ["international_coordination", "First comes", "national advantage", "a binding treaty"],
  ["harm_focus", "Harms that count", "present", "long-run"],
  ["labour_impact", "Work", "a net gain", "mass displacement"],
  ["power_concentration", "Concentrated power", "acceptable", "the main danger"],
  ["liability", "Liable", "deployers only", "developers strictly"],
];
