"""What every slice uses; imports no slice."""
