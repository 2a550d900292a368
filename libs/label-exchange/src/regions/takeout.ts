import { z } from 'zod';

const people = z.object({ people: z.array(z.object({ name: z.string().trim().min(1) })).min(1) });

/** Who is on a photo by the JSON file that Google Takeout puts beside it; nobody when it says nothing. */
export function peopleOfTakeout(json: string): readonly string[] {
  try {
    return people.safeParse(JSON.parse(json)).data?.people.map(({ name }) => name) ?? [];
  } catch {
    return [];
  }
}
