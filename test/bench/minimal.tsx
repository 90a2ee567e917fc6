import { Button, FluentProvider, webLightTheme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

const place = document.getElementById("root");
if (place) createRoot(place).render(<FluentProvider theme={webLightTheme}><Button>好</Button></FluentProvider>);
