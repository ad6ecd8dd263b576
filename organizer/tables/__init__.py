"""Who sits where: plans made by the solver, stored and shown."""
