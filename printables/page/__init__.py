"""Pages: what lies where in millimetres, and how it is drawn as PDF or SVG."""
