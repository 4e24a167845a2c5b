// The desk can be read, and everything on it done, without this script: it only saves steps.
"use strict";
