import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { checkPageStyles } from "./crash/pageStyles";
import "./theme.css";
import "./controls.css";
import "./dialog/dialog.css";
import "./app.css";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no element #app");
checkPageStyles();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
