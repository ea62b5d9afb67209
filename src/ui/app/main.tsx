import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { checkPageStyles } from "../kit/load/pageStyles";
import { App } from "./App";
import "../kit/theme/theme.css";
import "../kit/controls.css";
import "../kit/dialog/dialog.css";
import "./app.css";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no element #app");
checkPageStyles();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
