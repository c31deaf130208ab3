/**
 * Whether a person in custody is registered under an id: asked of whoever gives a command.
 */
import { view } from "../language/View.ts"
import { PersonRegistered } from "../person/PersonEvents.ts"

export const InCustody = view<boolean>("InCustody", false).from({
  of: [PersonRegistered],
  by: "id",
  evolve: { PersonRegistered: () => true }
})
