// The colours of the pictures. They stand on their own paper, so that a dark theme changes nothing; test/pictures holds
// their contrasts, also as people see them who do not tell red from green. No meaning is carried by colour alone.

export const palette = {
  paper: '#ffffff',
  ink: '#18222e',
  soft: '#475261',
  rule: '#d3d9e0',
  /** Some seats at least are free; the line around them, and the bar of those that are taken. */
  free: '#dcecfa',
  edge: '#2166a8',
  /** Nothing left: white words on dark, with hatches. */
  full: '#37424f',
  fullHatch: '#4f5d6d',
  onFull: '#ffffff',
  closed: '#f1f3f5',
  closedHatch: '#7d8894',
  past: '#e4e8ec',
  mine: '#ffe0a6',
  mineEdge: '#9a4a00',
} as const;
