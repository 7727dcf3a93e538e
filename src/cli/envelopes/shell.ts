// Envelopes of what is for the shell and about the surroundings: completion.

import * as z from "zod/mini";

export const shellShapes = {
  completion: {
    shell: z.enum(["bash", "zsh", "fish", "powershell"]),
    /** Lines end with LF. */
    script: z.string(),
  },
};
