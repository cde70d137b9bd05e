/** Units of cost lines that the field proposes: unit, lump sum, set, lengths, areas, volumes, time, weight. Others may be typed. */
export const costUnits = ['u', 'ft', 'ens.', 'ml', 'm²', 'm³', 'h', 'j', 'kg', 't'] as const
