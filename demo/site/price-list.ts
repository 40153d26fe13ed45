/** What Rocket Rides sells for each of its drivers: the site's own price list at the Worker, and how the shop tells of it. */
export const priceList = [
  { id: 'day_pass', name: 'Day pass', about: 'A bike for a day.', unit_amount: 1_200, quantity: 1 },
  { id: 'city_tour', name: 'City tour for two', about: 'Two hours, two bikes.', unit_amount: 4_500, quantity: 2 },
] as const;

/** Of each sale: 10 % and 30 cents, and never less than half a dollar. */
export const fee = { basis_points: 1_000, fixed: 30, minimum: 50 } as const;
